import tracemalloc


def peak(function, *args, **kwargs):
    tracemalloc.stop()
    tracemalloc.start()
    try:
        result = function(*args, **kwargs)
        return result, tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
