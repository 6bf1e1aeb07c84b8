from bisect import insort


class Receiver:
    """Keeps what came early as (distance, data), sorted from far to near."""

    def __init__(self, first):
        self.next = first
        self.read = 0
        self.waiting = []

    def segment(self, number, data):
        distance = (number - self.next + 2 ** 31) % 2 ** 32 - 2 ** 31
        start = self.read + distance
        if start > self.read:
            insort(self.waiting, (-start, data))
            return b""
        out = data[self.read - start:]
        end = self.read + len(out)
        out = bytearray(out)
        while self.waiting and -self.waiting[-1][0] <= end:
            far, data = self.waiting.pop()
            more = data[end + far:]
            out += more
            end += len(more)
        self.next = (self.next + end - self.read) % 2 ** 32
        self.read = end
        return bytes(out)

    def expected(self):
        return self.next
