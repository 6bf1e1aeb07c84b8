class Progress:
    def __init__(self):
        self.next = None

    def received(self, offset):
        if self.next is None:
            self.next = offset

    def done(self, offset):
        self.next = max(self.next, offset + 1)

    def position(self):
        return self.next
