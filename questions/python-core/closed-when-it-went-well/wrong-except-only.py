from contextlib import contextmanager


@contextmanager
def borrowed(pool):
    connection = pool.pop()
    try:
        yield connection
    except Exception:
        pool.append(connection)
        raise
    pool.append(connection)
