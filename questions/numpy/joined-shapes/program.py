import numpy as np

a = np.zeros((2, 3))
b = np.ones((2, 3))
print(np.vstack([a, b]).shape, np.hstack([a, b]).shape)
print(np.stack([a, b]).shape, np.stack([a, b], axis=-1).shape)
print(np.concatenate([a, b], axis=None).shape, np.array_split(np.arange(10), 3)[0].shape)
try:
    np.split(np.arange(10), 3)
except ValueError:
    print("ValueError")
