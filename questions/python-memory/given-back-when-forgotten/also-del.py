from collections import deque
from contextlib import AbstractContextManager


class Lease(AbstractContextManager):
    connection = None
    open = False

    def __init__(self, pool):
        self.pool = pool
        self.connection = pool.free.popleft()
        self.open = True

    def close(self):
        if self.open:
            self.open = False
            self.pool.free.append(self.connection)
            self.connection = None

    __del__ = close

    def __enter__(self):
        return self.connection

    def __exit__(self, *error):
        self.close()


class Pool:
    def __init__(self, connections):
        self.free = deque(connections)

    def lease(self):
        try:
            return Lease(self)
        except IndexError:
            raise LookupError("all lent") from None
