import pickle
from collections import defaultdict

groups = defaultdict(list)
groups["x"].append(1)
print("y" in groups, groups.get("y"), len(groups))
print(groups["y"], len(groups))
print(list(groups))

records = defaultdict(lambda: {"hits": 0})
records["a"]["hits"] += 1
print(records["b"]["hits"], records["a"] is records["b"])

for mapping in (groups, records):
    try:
        pickle.dumps(mapping)
        print("pickled")
    except Exception:
        print("refused")
