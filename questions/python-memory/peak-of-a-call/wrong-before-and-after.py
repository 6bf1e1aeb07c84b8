import tracemalloc


def peak(function, *args, **kwargs):
    was_on = tracemalloc.is_tracing()
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        result = function(*args, **kwargs)
        after = tracemalloc.get_traced_memory()[0]
    finally:
        if not was_on:
            tracemalloc.stop()
    return result, max(0, after - before)
