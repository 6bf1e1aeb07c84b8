class BitSet:
    def __init__(self, size):
        self.size = size
        self.bits = bytearray(size // 8 + 1)
        self.count = 0

    def add(self, n):
        if not 0 <= n < self.size:
            raise IndexError(n)
        self.bits[n // 8] |= 1 << n % 8
        self.count += 1

    def discard(self, n):
        if n in self:
            self.bits[n // 8] &= 255 - (1 << n % 8)
            self.count -= 1

    def __contains__(self, n):
        return 0 <= n < self.size and self.bits[n // 8] >> n % 8 & 1 == 1

    def __len__(self):
        return self.count
