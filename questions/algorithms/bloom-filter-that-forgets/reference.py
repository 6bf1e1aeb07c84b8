class CountingBloom:
    FULL = 255

    def __init__(self, size, hashes):
        self.hashes = hashes
        self.counters = bytearray(size)

    def positions(self, item):
        return {h(item) % len(self.counters) for h in self.hashes}

    def add(self, item):
        for p in self.positions(item):
            if self.counters[p] < self.FULL:
                self.counters[p] += 1

    def remove(self, item):
        if item not in self:
            raise KeyError(item)
        for p in self.positions(item):
            if self.counters[p] < self.FULL:
                self.counters[p] -= 1

    def __contains__(self, item):
        return all(self.counters[p] for p in self.positions(item))
