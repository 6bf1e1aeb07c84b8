import threading
from collections import deque


class Box:
    def __init__(self, size):
        self.size = size
        self.items = deque()
        self.closed = False
        self.lock = threading.Lock()

    def put(self, item):
        while True:
            with self.lock:
                if self.closed:
                    raise ValueError
                if len(self.items) < self.size:
                    self.items.append(item)
                    return

    def get(self):
        while True:
            with self.lock:
                if self.items:
                    return self.items.popleft()
                if self.closed:
                    raise EOFError

    def close(self):
        with self.lock:
            self.closed = True
