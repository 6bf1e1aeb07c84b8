class Progress:
    def __init__(self):
        self.next = None
        self.finished = set()

    def received(self, offset):
        if self.next is None:
            self.next = offset

    def done(self, offset):
        self.finished.add(offset)
        while self.next in self.finished:
            self.finished.remove(self.next)
            self.next += 1

    def position(self):
        return self.next
