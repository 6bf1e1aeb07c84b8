import numpy as np

a = np.arange(6)
b = a.reshape(2, 3)
c = a[[0, 1, 2]]
d = a[3:]

b[0, 0] = 100
c[1] = 200
d += 10
print(a.tolist())
print(a.shape, b.shape)

e = b.T.ravel()
e[0] = -1
print(a[0])
