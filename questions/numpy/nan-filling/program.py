import numpy as np

a = np.array([np.nan, np.inf, -2.0])
b = np.nan_to_num(a, nan=-1)

print(b[0], np.isinf(b[1]), b[1] > 1e300)
print((a == np.nan).any(), np.isnan(a).sum())
counts = np.array([1, 2, 3])
try:
    counts[0] = np.nan
    print(counts[0])
except ValueError:
    print("ValueError")
print((np.array(["7", "8"]).astype(int) + 1).tolist())
