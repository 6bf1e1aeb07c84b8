import tracemalloc


def peak(function, *args, **kwargs):
    was_on = tracemalloc.is_tracing()
    tracemalloc.start()
    tracemalloc.reset_peak()
    before = tracemalloc.get_traced_memory()[0]
    result = function(*args, **kwargs)
    highest = tracemalloc.get_traced_memory()[1]
    if not was_on:
        tracemalloc.stop()
    return result, highest - before
