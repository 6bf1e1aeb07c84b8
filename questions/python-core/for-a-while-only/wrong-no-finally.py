from contextlib import contextmanager


@contextmanager
def replaced(obj, name, value):
    missing = not hasattr(obj, name)
    old = getattr(obj, name, None)
    setattr(obj, name, value)
    yield old
    if missing:
        delattr(obj, name)
    else:
        setattr(obj, name, old)
