import sys


class Same:
    def __hash__(self):
        return 1


pair = {Same(): "a", Same(): "b"}
print(len(pair))

d = {"a": 1, "b": 2, "c": 3}
del d["a"]
d["a"] = 1
print(list(d))

for key in d:
    d[key] = 0
try:
    for key in d:
        d[key + "!"] = 0
except RuntimeError as error:
    print(error)

sizes, table = [], {}
for i in range(12):
    table[i] = None
    sizes.append(sys.getsizeof(table))
print([i for i in range(1, 12) if sizes[i] > sizes[i - 1]])
