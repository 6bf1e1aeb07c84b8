def pipeline(*steps):
    result = lambda value: value
    for step in steps:
        inner = result
        result = lambda *args, **kwargs: step(inner(*args, **kwargs))
    return result
