import threading


class Hits:
    def __init__(self):
        self.counts = {}
        self.lock = threading.RLock()

    def add(self, page):
        with self.lock:
            old = self.counts.get(page.key(), 0)
        new = old + page.weight()
        with self.lock:
            self.counts[page.key()] = new

    def top(self):
        with self.lock:
            most = self.most()
            return sorted(key for key, count in self.counts.items() if count == most)

    def most(self):
        with self.lock:
            return max(self.counts.values(), default=0)
