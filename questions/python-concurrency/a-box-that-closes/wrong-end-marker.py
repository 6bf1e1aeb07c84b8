import queue


class Box:
    def __init__(self, size):
        self.queue = queue.Queue(size)
        self.closed = False

    def put(self, item):
        if self.closed:
            raise ValueError
        self.queue.put(item)

    def get(self):
        item = self.queue.get()
        if item is None:
            raise EOFError
        return item

    def close(self):
        self.closed = True
        self.queue.put(None)
