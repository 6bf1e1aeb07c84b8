import numpy as np

a = np.array([3, 1, 2, 1])

print(np.sort(a)[::-1].tolist(), a.tolist())
print(a.argsort(kind="stable").tolist())
values, counts = np.unique(a, return_counts=True)
print(values.tolist(), counts.tolist())
print(a.sort(), a.tolist())
