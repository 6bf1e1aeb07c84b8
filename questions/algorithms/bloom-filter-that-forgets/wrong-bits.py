class CountingBloom:
    def __init__(self, size, hashes):
        self.size, self.hashes = size, hashes
        self.bits = bytearray(size)

    def add(self, item):
        for h in self.hashes:
            self.bits[h(item) % self.size] = 1

    def remove(self, item):
        if item not in self:
            raise KeyError(item)
        for h in self.hashes:
            self.bits[h(item) % self.size] = 0

    def __contains__(self, item):
        return all(self.bits[h(item) % self.size] for h in self.hashes)
