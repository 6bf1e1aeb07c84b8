import copy

plan = {"days": [1, 2], "name": "old", "place": ("Rome", 7)}
shallow = plan.copy()
deep = copy.deepcopy(plan)

plan["days"].append(3)
plan["name"] = "new"

print(shallow["days"], shallow["name"])
print(deep["days"], deep["name"])
print(deep["place"] is plan["place"])

ring = [0]
ring.append(ring)
twin = copy.deepcopy(ring)
print(twin[1] is twin, twin is ring)
