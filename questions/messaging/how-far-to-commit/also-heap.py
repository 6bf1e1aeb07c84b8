import heapq


class Progress:
    def __init__(self):
        self.open = set()
        self.heap = []
        self.last = None

    def received(self, offset):
        self.open.add(offset)
        heapq.heappush(self.heap, offset)
        self.last = offset

    def done(self, offset):
        self.open.discard(offset)
        while self.heap and self.heap[0] not in self.open:
            heapq.heappop(self.heap)

    def position(self):
        if self.heap:
            return self.heap[0]
        return None if self.last is None else self.last + 1
