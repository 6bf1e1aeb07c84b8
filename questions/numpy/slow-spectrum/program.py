import numpy as np
import scipy.fft

blocks = np.random.default_rng(1).random((64, 4096)).astype(np.float32)
fast = scipy.fft.rfft(blocks, axis=1)
slow = np.array([np.fft.fft(block) for block in blocks])
print(fast.shape, fast.dtype, slow.shape)
print(np.allclose(fast, slow[:, :2049], atol=1e-2))
