from contextlib import contextmanager


@contextmanager
def borrowed(pool):
    connection = pool.pop()
    yield connection
    pool.append(connection)
