class Decoder:
    def feed(self, data):
        if len(data) < 4:
            return []
        size = int.from_bytes(data[:4], "big")
        if size > 1_000_000:
            raise ValueError
        return [data[4:4 + size]]
