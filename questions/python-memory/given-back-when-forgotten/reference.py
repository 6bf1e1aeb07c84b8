import weakref


class Lease:
    def __init__(self, connection, give_back):
        self.connection = connection
        self._finalizer = weakref.finalize(self, give_back, connection)

    def close(self):
        self.connection = None
        self._finalizer()

    def __enter__(self):
        return self.connection

    def __exit__(self, *error):
        self.close()


class Pool:
    def __init__(self, connections):
        self._free = list(connections)

    def lease(self):
        if not self._free:
            raise LookupError("no connection is free")
        return Lease(self._free.pop(), self._free.append)
