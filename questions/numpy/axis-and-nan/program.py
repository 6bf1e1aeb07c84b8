import numpy as np

a = np.array([[1.0, 2.0, 6.0],
              [3.0, 4.0, np.nan]])

print(a[:, :2].sum(axis=0).tolist())
print(a.max(axis=0).tolist())
print(np.nanmax(a, axis=1).tolist())
print(np.var([1, 3]), np.var([1, 3], ddof=1))
