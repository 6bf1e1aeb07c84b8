class Receiver:
    def __init__(self, first):
        self.next = first
        self.early = {}

    def segment(self, number, data):
        self.early[number] = data
        ready = b""
        while self.next in self.early:
            data = self.early.pop(self.next)
            if not data:
                break
            ready += data
            self.next = (self.next + len(data)) % 2 ** 32
        return ready

    def expected(self):
        return self.next
