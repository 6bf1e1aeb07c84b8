class Lease:
    def __init__(self, pool, connection):
        self.pool, self._connection = pool, connection

    @property
    def connection(self):
        return None if self._connection in self.pool.free else self._connection

    def close(self):
        if self._connection not in self.pool.free:
            self.pool.free.append(self._connection)

    __del__ = close

    def __enter__(self):
        return self._connection

    def __exit__(self, *error):
        self.close()


class Pool:
    def __init__(self, connections):
        self.free = list(connections)

    def lease(self):
        if not self.free:
            raise LookupError
        return Lease(self, self.free.pop())
