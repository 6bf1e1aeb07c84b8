import heapq


class Receiver:
    def __init__(self, first):
        self.first = first
        self.read = 0
        self.early = []

    def segment(self, number, data):
        ahead = (number - self.expected() + 2 ** 31) % 2 ** 32 - 2 ** 31
        heapq.heappush(self.early, (self.read + ahead, data))
        ready = b""
        while self.early and self.early[0][0] <= self.read:
            start, data = heapq.heappop(self.early)
            ready += data
            self.read = max(self.read, start + len(data))
        return ready

    def expected(self):
        return (self.first + self.read) % 2 ** 32
