import numpy as np

a = np.array([[1.0, 2.0], [3.0, 4.0]])
b = np.array([5.0, 6.0])

print(np.round(np.linalg.solve(a, b), 6).tolist())
print(round(float(np.linalg.det(a)), 6))
inverse = np.linalg.inv(a)
print(np.allclose(a @ inverse, np.eye(2)), np.allclose(a * inverse, np.eye(2)))
try:
    np.linalg.inv(np.array([[1.0, 2.0], [2.0, 4.0]]))
    print("fine")
except np.linalg.LinAlgError:
    print("LinAlgError")
