from array import array


class CountingBloom:
    def __init__(self, size, hashes):
        self.size, self.hashes = size, tuple(hashes)
        self.counts = array("B", bytes(size))

    def _change(self, item, by):
        for p in set(h(item) % self.size for h in self.hashes):
            try:
                if self.counts[p] != 255:
                    self.counts[p] += by
            except OverflowError:
                pass

    def add(self, item):
        self._change(item, 1)

    def remove(self, item):
        if item in self:
            self._change(item, -1)
        else:
            raise KeyError(item)

    def __contains__(self, item):
        return min(self.counts[h(item) % self.size] for h in self.hashes) > 0
