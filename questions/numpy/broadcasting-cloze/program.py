import numpy as np

print((np.ones((3, 1)) + np.ones(4)).shape)
try:
    np.ones(3) + np.ones(4)
except ValueError as error:
    print(type(error).__name__)
print(np.broadcast_to(np.ones(4), (5, 4)).strides[0])
a = np.array([[1, 2], [3, 4]])
print(np.array_equal(a * a, a @ a))
