import numpy as np

row = np.zeros(640, dtype=int)
row[100:180] = 1
x = np.flatnonzero(row[::-1])
print(x[0], x[-1] + 1)
