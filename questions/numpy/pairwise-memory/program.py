import numpy as np

p = np.zeros((10_000, 3), dtype=np.float32)
pairs = np.broadcast(p[:, None, :], p[None, :, :])  # the result's shape, without its memory
dtype = (p[:1] - p[:1]).dtype
print(pairs.shape)
print(dtype)
print(pairs.size * dtype.itemsize)
