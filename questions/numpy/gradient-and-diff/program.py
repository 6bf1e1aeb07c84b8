import numpy as np

y = np.array([1.0, 4.0, 9.0, 16.0])

print(np.diff(y).tolist())
print(np.gradient(y).tolist())
print(np.gradient(y, 0.5).tolist())
print(np.diff(y, n=2).tolist())
