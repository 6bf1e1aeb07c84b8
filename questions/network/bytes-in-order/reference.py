import heapq

ROUND = 2 ** 32


class Receiver:
    def __init__(self, first):
        self.first = first
        self.position = 0
        self.early = []

    def segment(self, number, data):
        ahead = (number - self.expected()) % ROUND
        if ahead >= ROUND // 2:
            ahead -= ROUND
        heapq.heappush(self.early, (self.position + ahead, bytes(data)))
        ready = []
        while self.early and self.early[0][0] <= self.position:
            start, data = heapq.heappop(self.early)
            fresh = data[self.position - start:]
            ready.append(fresh)
            self.position += len(fresh)
        return b"".join(ready)

    def expected(self):
        return (self.first + self.position) % ROUND
