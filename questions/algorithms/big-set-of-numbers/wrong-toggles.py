class BitSet:
    def __init__(self, size):
        self.size = size
        self.bits = bytearray((size + 7) // 8)

    def add(self, n):
        if not 0 <= n < self.size:
            raise IndexError(n)
        self.bits[n // 8] |= 1 << n % 8

    def discard(self, n):
        if 0 <= n < self.size:
            self.bits[n // 8] ^= 1 << n % 8

    def __contains__(self, n):
        return 0 <= n < self.size and self.bits[n // 8] >> n % 8 & 1 == 1

    def __len__(self):
        return sum(bin(byte).count("1") for byte in self.bits)
