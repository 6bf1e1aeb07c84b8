import numpy as np

a = np.arange(24).reshape(2, 3, 4)

print(a.T.shape, a.swapaxes(0, 1).shape, np.moveaxis(a, 0, -1).shape)
print(a[1, :, 2].tolist())
t = a[0].T
print(t[1].tolist())
print(t.reshape(3, 4)[1].tolist())
