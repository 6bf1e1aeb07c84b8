class Decoder:
    def __init__(self):
        self._buffer = bytearray()

    def feed(self, data):
        self._buffer += data
        messages = []
        while len(self._buffer) >= 4:
            size = int.from_bytes(self._buffer[:4], "big")
            if size > 1_000_000:
                raise ValueError("message too long")
            if len(self._buffer) < 4 + size:
                break
            messages.append(bytes(self._buffer[4:4 + size]))
            del self._buffer[:4 + size]
        return messages
