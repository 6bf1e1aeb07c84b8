class Lease:
    def __init__(self, pool, connection):
        self.pool, self.connection = pool, connection
        self._lent = connection

    def close(self):
        if self.connection is not None:
            self.pool.free.append(self._lent)
            self.connection = None

    def __del__(self):
        self.pool.free.append(self._lent)

    def __enter__(self):
        return self.connection

    def __exit__(self, *error):
        self.close()


class Pool:
    def __init__(self, connections):
        self.free = list(connections)

    def lease(self):
        if not self.free:
            raise LookupError
        return Lease(self, self.free.pop())
