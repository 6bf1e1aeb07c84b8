class Progress:
    def __init__(self):
        self.next = 0

    def received(self, offset):
        if self.next == 0:
            self.next = offset

    def done(self, offset):
        self.next = max(self.next, offset + 1)

    def position(self):
        return self.next
