class BitSet:
    """A set of whole numbers, one bit each. 整数集合，每个数一位。"""

    def __init__(self, size):
        self.size = size
        self.bits = bytearray((size + 7) // 8)
        self.count = 0

    def add(self, n):
        if not 0 <= n < self.size:
            raise IndexError(n)
        if n not in self:
            self.bits[n >> 3] |= 1 << (n & 7)
            self.count += 1

    def discard(self, n):
        if n in self:
            self.bits[n >> 3] &= ~(1 << (n & 7))
            self.count -= 1

    def __contains__(self, n):
        return 0 <= n < self.size and bool(self.bits[n >> 3] >> (n & 7) & 1)

    def __len__(self):
        return self.count
