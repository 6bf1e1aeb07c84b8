import heapq


class Tasks:
    def __init__(self):
        self.heap = []

    def add(self, task, urgency):
        heapq.heappush(self.heap, (-urgency, task))

    def next(self):
        return heapq.heappop(self.heap)[1]

    def __len__(self):
        return len(self.heap)
