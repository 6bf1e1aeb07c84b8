import weakref


class Lease:
    def __init__(self, pool, connection):
        self.pool, self.connection = pool, connection
        weakref.finalize(self, self.close)

    def close(self):
        if self.connection is not None:
            self.pool.free.append(self.connection)
            self.connection = None

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
