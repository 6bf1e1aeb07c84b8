class Decoder:
    buffer = bytearray()
    def feed(self, data):
        self.buffer.extend(data)
        out = []
        while len(self.buffer) >= 4:
            size = int.from_bytes(self.buffer[:4], "big")
            if size > 1_000_000:
                raise ValueError
            if len(self.buffer) < 4 + size:
                break
            out.append(bytes(self.buffer[4:4 + size]))
            del self.buffer[:4 + size]
        return out
