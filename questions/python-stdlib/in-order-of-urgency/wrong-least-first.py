import heapq
from itertools import count


class Tasks:
    numbers = count()

    def __init__(self):
        self.heap = []

    def add(self, task, urgency):
        heapq.heappush(self.heap, (urgency, next(self.numbers), task))

    def next(self):
        return heapq.heappop(self.heap)[2]

    def __len__(self):
        return len(self.heap)
