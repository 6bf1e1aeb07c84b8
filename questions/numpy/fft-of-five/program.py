import numpy as np

x = np.array([1, 2, 3, 4, 5])
f = np.fft.fft(x)
print(np.round(f, 2).tolist())
print(round(f.sum().real / len(x), 6), np.allclose(f[1:], f[:0:-1].conj()), len(np.fft.rfft(x)))
