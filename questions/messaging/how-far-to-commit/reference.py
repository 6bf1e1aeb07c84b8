from collections import deque


class Progress:
    def __init__(self):
        self.order = deque()
        self.finished = set()
        self.after = None

    def received(self, offset):
        self.order.append(offset)
        self.after = offset + 1

    def done(self, offset):
        if self.order and offset >= self.order[0]:
            self.finished.add(offset)
        while self.order and self.order[0] in self.finished:
            self.finished.remove(self.order.popleft())

    def position(self):
        return self.order[0] if self.order else self.after
