import numpy as np

image = np.array([[0, 0, 10, 10],
                  [0, 0, 10, 10],
                  [0, 0, 10, 10]])
sobel = np.array([[-1, 0, 1],
                  [-2, 0, 2],
                  [-1, 0, 1]])

try:
    print(np.convolve(image, [1, 0, -1]).shape)
except ValueError:
    print("ValueError")
patch = image[:, :3]
print((patch * sobel).sum(), (patch * sobel.T).sum())
print(np.convolve(image[0], [1, 0, -1], mode="valid").tolist())
print(np.hypot(30, 40))
