import numpy as np

rng = np.random.default_rng(1)
one = rng.integers(0, 256, (8, 8)).astype(float)
two = one + np.kron(np.ones((4, 4)), np.array([[1.0, -1.0], [-1.0, 1.0]]))


def small(image):
    return image.reshape(4, 2, 4, 2).mean((1, 3))


print(np.allclose(small(one), small(two)), np.allclose(one, two))
mse = 100.0
print(round(10 * np.log10(255**2 / mse), 1))
