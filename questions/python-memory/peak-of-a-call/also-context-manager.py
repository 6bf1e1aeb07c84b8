import tracemalloc
from contextlib import contextmanager, nullcontext


@contextmanager
def tracing():
    tracemalloc.start()
    try:
        yield
    finally:
        tracemalloc.stop()


def peak(function, *args, **kwargs):
    with nullcontext() if tracemalloc.is_tracing() else tracing():
        before = tracemalloc.get_traced_memory()[0]
        tracemalloc.reset_peak()
        result = function(*args, **kwargs)
        return result, max(0, tracemalloc.get_traced_memory()[1] - before)
