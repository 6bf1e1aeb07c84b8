import tracemalloc


def peak(function, *args, **kwargs):
    was_on = tracemalloc.is_tracing()
    if not was_on:
        tracemalloc.start()
    try:
        tracemalloc.reset_peak()
        before, _ = tracemalloc.get_traced_memory()
        result = function(*args, **kwargs)
        _, highest = tracemalloc.get_traced_memory()
    finally:
        if not was_on:
            tracemalloc.stop()
    return result, highest - before
