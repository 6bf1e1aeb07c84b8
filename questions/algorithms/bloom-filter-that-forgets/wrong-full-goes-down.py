class CountingBloom:
    def __init__(self, size, hashes):
        self.size, self.hashes = size, hashes
        self.counters = bytearray(size)

    def positions(self, item):
        return {h(item) % self.size for h in self.hashes}

    def add(self, item):
        for p in self.positions(item):
            self.counters[p] = min(255, self.counters[p] + 1)

    def remove(self, item):
        if item not in self:
            raise KeyError(item)
        for p in self.positions(item):
            self.counters[p] -= 1

    def __contains__(self, item):
        return all(self.counters[p] > 0 for p in self.positions(item))
