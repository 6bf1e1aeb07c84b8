from contextlib import contextmanager


@contextmanager
def borrowed(pool):
    connection = pool.pop()
    try:
        yield connection
    except Exception:
        pass
    pool.append(connection)
