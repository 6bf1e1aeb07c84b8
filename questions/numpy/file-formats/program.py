import io

import numpy as np

a = np.arange(6, dtype=np.int16).reshape(2, 3)
f = io.BytesIO()
np.save(f, a)
f.seek(0)
b = np.load(f)
print(b.dtype, b.shape)
f = io.BytesIO()
np.savez(f, x=a, y=a[0])
f.seek(0)
print(sorted(np.load(f).files))
f = io.BytesIO()
np.save(f, np.array([{"k": 1}], dtype=object))
f.seek(0)
try:
    np.load(f)
except ValueError:
    print("ValueError")
try:
    np.savetxt(io.StringIO(), np.zeros((2, 2, 2)))
except ValueError:
    print("ValueError")
