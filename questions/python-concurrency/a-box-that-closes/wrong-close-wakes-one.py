import threading
from collections import deque


class Box:
    def __init__(self, size):
        self.size = size
        self.items = deque()
        self.closed = False
        lock = threading.Lock()
        self.space = threading.Condition(lock)
        self.goods = threading.Condition(lock)

    def put(self, item):
        with self.space:
            while not self.closed and len(self.items) >= self.size:
                self.space.wait()
            if self.closed:
                raise ValueError
            self.items.append(item)
            self.goods.notify()

    def get(self):
        with self.goods:
            while not self.closed and not self.items:
                self.goods.wait()
            if not self.items:
                raise EOFError
            item = self.items.popleft()
            self.space.notify()
            return item

    def close(self):
        with self.space:
            self.closed = True
            self.space.notify()
            self.goods.notify()
