class CountingBloom:
    def __init__(self, size, hashes):
        self.size, self.hashes = size, hashes
        self.counters = bytearray(size)

    def add(self, item):
        for h in self.hashes:
            p = h(item) % self.size
            if self.counters[p] < 255:
                self.counters[p] += 1

    def remove(self, item):
        for h in self.hashes:
            p = h(item) % self.size
            if self.counters[p] == 0:
                raise KeyError(item)
            if self.counters[p] < 255:
                self.counters[p] -= 1

    def __contains__(self, item):
        return all(self.counters[h(item) % self.size] for h in self.hashes)
