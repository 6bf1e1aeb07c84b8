import ctypes
import tracemalloc

kept = []
tracemalloc.start()
before = tracemalloc.take_snapshot()
for number in range(1000):
    kept.append(bytearray(1000))
libc = ctypes.CDLL(None)
libc.malloc.restype = ctypes.c_void_p
libc.malloc(ctypes.c_size_t(50_000_000))
after = tracemalloc.take_snapshot()
top = after.compare_to(before, "lineno")[0]
print(top.traceback[0].lineno, top.size_diff >= 1_000_000, tracemalloc.get_traced_memory()[0] < 5_000_000)
