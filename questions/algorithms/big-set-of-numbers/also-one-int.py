class BitSet:
    def __init__(self, size):
        self.size = size
        self.bits = 0

    def add(self, n):
        if not 0 <= n < self.size:
            raise IndexError(n)
        self.bits |= 1 << n

    def discard(self, n):
        if n in self:
            self.bits ^= 1 << n

    def __contains__(self, n):
        return 0 <= n < self.size and self.bits >> n & 1 == 1

    def __len__(self):
        return bin(self.bits).count("1")
