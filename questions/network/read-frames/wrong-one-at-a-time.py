class Decoder:
    def __init__(self):
        self.b = b""
    def feed(self, data):
        self.b += data
        if len(self.b) < 4:
            return []
        size = int.from_bytes(self.b[:4], "big")
        if size > 1_000_000:
            raise ValueError
        if len(self.b) < 4 + size:
            return []
        m, self.b = self.b[4:4 + size], self.b[4 + size:]
        return [m]
