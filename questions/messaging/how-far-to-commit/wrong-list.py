class Progress:
    def __init__(self):
        self.open = []
        self.after = None

    def received(self, offset):
        self.open.append(offset)
        self.after = offset + 1

    def done(self, offset):
        self.open.remove(offset)

    def position(self):
        return self.open[0] if self.open else self.after
