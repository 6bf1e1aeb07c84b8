import sys

import numpy as np

a = np.arange(1_000_000.0)
x = a.tolist()
print(a.nbytes, sys.getsizeof(x) + sum(map(sys.getsizeof, x)) > 32_000_000)
b = np.arange(6)
b.shape = (2, 3)
print(b.tolist())
print(len(b[0] + b[0]), len([1, 2, 3] + [1, 2, 3]))
c = np.array([1, 2])
c[0] = 2.7
print(c.tolist(), c.dtype.kind)
print(b[:, ::2].flags["C_CONTIGUOUS"], np.append(c, 3) is c)
