import threading
from collections import deque


class Box:
    def __init__(self, size):
        self.size = size
        self.items = deque()
        self.closed = False
        self.lock = threading.Lock()

    def put(self, item):
        with self.lock:
            if self.closed or len(self.items) >= self.size:
                raise ValueError
            self.items.append(item)

    def get(self):
        with self.lock:
            if not self.items:
                raise EOFError
            return self.items.popleft()

    def close(self):
        with self.lock:
            self.closed = True
