from contextlib import contextmanager


@contextmanager
def borrowed(pool):
    connection = pool.pop()
    try:
        yield connection
    finally:
        pool.append(connection)
