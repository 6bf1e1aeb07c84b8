class Limiter:
    def __init__(self, limit, seconds):
        self.seconds = seconds
        self.last = [float("-inf")] * limit
        self.next = 0

    def allow(self, now):
        if not self.last or self.last[self.next] > now - self.seconds:
            return False
        self.last[self.next] = now
        self.next = (self.next + 1) % len(self.last)
        return True
