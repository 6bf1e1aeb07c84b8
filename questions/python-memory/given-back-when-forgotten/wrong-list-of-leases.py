class Lease:
    def __init__(self, pool, connection):
        self.pool, self.connection = pool, connection
        pool.leases.append(self)

    def close(self):
        if self in self.pool.leases:
            self.pool.leases.remove(self)
            self.pool.free.append(self.connection)
            self.connection = None

    __del__ = close

    def __enter__(self):
        return self.connection

    def __exit__(self, *error):
        self.close()


class Pool:
    def __init__(self, connections):
        self.free, self.leases = list(connections), []

    def lease(self):
        if not self.free:
            raise LookupError
        return Lease(self, self.free.pop())
