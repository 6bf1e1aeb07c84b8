from contextlib import contextmanager


@contextmanager
def borrowed(pool):
    connection = None
    try:
        connection = pool.pop()
        yield connection
    finally:
        pool.append(connection)
