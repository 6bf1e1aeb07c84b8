class Hits:
    def __init__(self):
        self.counts = {}

    def add(self, page):
        self.counts[page.key()] = self.counts.get(page.key(), 0) + page.weight()

    def top(self):
        most = self.most()
        return sorted(key for key, count in self.counts.items() if count == most)

    def most(self):
        return max(self.counts.values(), default=0)
