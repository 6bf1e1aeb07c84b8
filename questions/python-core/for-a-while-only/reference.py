from contextlib import contextmanager

MISSING = object()


@contextmanager
def replaced(obj, name, value):
    old = getattr(obj, name, MISSING)
    setattr(obj, name, value)
    try:
        yield None if old is MISSING else old
    finally:
        if old is MISSING:
            delattr(obj, name)
        else:
            setattr(obj, name, old)
