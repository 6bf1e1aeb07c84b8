import time


class RateLimiter:
    def __init__(self, limit, seconds, clock=None):
        self.limit, self.seconds = limit, seconds
        self.calls = []

    def allow(self):
        now = time.monotonic()
        self.calls = [t for t in self.calls if now - t < self.seconds]
        if len(self.calls) >= self.limit:
            return False
        self.calls.append(now)
        return True
