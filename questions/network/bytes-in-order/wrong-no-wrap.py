import heapq


class Receiver:
    def __init__(self, first):
        self.next = first
        self.early = []

    def segment(self, number, data):
        heapq.heappush(self.early, (number, data))
        ready = b""
        while self.early and self.early[0][0] <= self.next:
            start, data = heapq.heappop(self.early)
            fresh = data[self.next - start:]
            ready += fresh
            self.next += len(fresh)
        return ready

    def expected(self):
        return self.next
