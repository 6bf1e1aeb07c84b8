import numpy as np

a = np.array([[1, 2], [3, 4]])

print((a * a).tolist())
print((a @ a).tolist())
print((a / 1).tolist())
try:
    a /= 2
    print(a.tolist())
except TypeError:
    print("TypeError")
try:
    print(a + np.arange(3))
except ValueError:
    print("ValueError")
