class Progress:
    def __init__(self):
        self.order = []
        self.head = 0
        self.finished = set()

    def received(self, offset):
        self.order.append(offset)

    def done(self, offset):
        self.finished.add(offset)
        while self.head < len(self.order) and self.order[self.head] in self.finished:
            self.finished.remove(self.order[self.head])
            self.head += 1

    def position(self):
        if not self.order:
            return None
        if self.head < len(self.order):
            return self.order[self.head]
        return self.order[-1]
