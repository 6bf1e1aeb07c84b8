class Progress:
    def __init__(self):
        self.open = set()
        self.last = None

    def received(self, offset):
        self.open.add(offset)
        self.last = offset

    def done(self, offset):
        self.open.discard(offset)

    def position(self):
        if self.open:
            return min(self.open)
        return None if self.last is None else self.last + 1
