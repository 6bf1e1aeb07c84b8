import os
import tempfile

import numpy as np

a = np.zeros(1_000_000)
print(a.astype(np.float32).nbytes / a.nbytes)
b = a
a -= 1
print(b is a, np.shares_memory(a[10:20], a))
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "a.npz")
    np.savez_compressed(path, a=a)
    print(os.path.getsize(path) < 20_000, np.load(path)["a"].nbytes)
    np.save(os.path.join(folder, "a.npy"), a)
    print(type(np.load(os.path.join(folder, "a.npy"), mmap_mode="r")).__name__)
