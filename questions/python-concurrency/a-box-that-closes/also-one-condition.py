import threading


class Box:
    def __init__(self, size):
        self.size = size
        self.items = []
        self.open = True
        self.changed = threading.Condition()

    def put(self, item):
        with self.changed:
            self.changed.wait_for(lambda: not self.open or len(self.items) < self.size)
            if not self.open:
                raise ValueError
            self.items.append(item)
            self.changed.notify_all()

    def get(self):
        with self.changed:
            self.changed.wait_for(lambda: self.items or not self.open)
            if not self.items:
                raise EOFError
            self.changed.notify_all()
            return self.items.pop(0)

    def close(self):
        with self.changed:
            self.open = False
            self.changed.notify_all()
