import numpy as np
import scipy.sparse

n, k = 100_000, 1_000_000
rng = np.random.default_rng(1)
cells = rng.choice(n * n, k, replace=False)
m = scipy.sparse.coo_array((np.ones(k), (cells // n, cells % n)), shape=(n, n)).tocsr()
print(m.nnz, m.data.nbytes + m.indices.nbytes + m.indptr.nbytes)
print((m @ np.ones(n)).sum(), hasattr(np, "sparse"), n * n * 8)
