import heapq
from itertools import count


class Tasks:
    def __init__(self):
        self._heap = []
        self._numbers = count()

    def add(self, task, urgency):
        heapq.heappush(self._heap, (-urgency, next(self._numbers), task))

    def next(self):
        return heapq.heappop(self._heap)[2]

    def __len__(self):
        return len(self._heap)
