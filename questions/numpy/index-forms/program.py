import numpy as np

a = np.arange(12).reshape(3, 4)

print(a[[0, 2], [1, 2]].tolist())
print(a[np.ix_([0, 2], [1, 2])].tolist())
print(a[::-1, -1].tolist())
print(a[1:1, 0].shape)
