class BitSet:
    def __init__(self, size):
        self.bits = bytearray(size)

    def add(self, n):
        if n < 0:
            raise IndexError(n)
        self.bits[n] = 1

    def discard(self, n):
        if 0 <= n < len(self.bits):
            self.bits[n] = 0

    def __contains__(self, n):
        return 0 <= n < len(self.bits) and self.bits[n] == 1

    def __len__(self):
        return sum(self.bits)
