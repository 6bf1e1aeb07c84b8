import threading


class Hits:
    def __init__(self):
        self.counts = {}
        self.lock = threading.Lock()

    def add(self, page):
        self.lock.acquire()
        old = self.counts.get(page.key(), 0)
        self.lock.release()
        new = old + page.weight()
        self.lock.acquire()
        self.counts[page.key()] = new
        self.lock.release()

    def top(self):
        with self.lock:
            most = self.most()
            return sorted(key for key, count in self.counts.items() if count == most)

    def most(self):
        with self.lock:
            return max(self.counts.values(), default=0)
