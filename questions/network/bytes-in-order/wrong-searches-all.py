class Receiver:
    def __init__(self, first):
        self.next = first
        self.early = []

    def segment(self, number, data):
        self.early.append((number, data))
        ready = b""
        found = True
        while found:
            found = False
            for number, data in list(self.early):
                old = (self.next - number) % 2 ** 32
                if old < 2 ** 31:
                    self.early.remove((number, data))
                    fresh = data[old:]
                    ready += fresh
                    self.next = (self.next + len(fresh)) % 2 ** 32
                    found = True
        return ready

    def expected(self):
        return self.next
