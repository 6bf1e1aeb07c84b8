import time


class RateLimiter:
    def __init__(self, limit, seconds, clock=time.monotonic):
        self.limit, self.seconds, self.clock = limit, seconds, clock
        self.start, self.count = clock(), 0

    def allow(self):
        now = self.clock()
        if now - self.start >= self.seconds:
            self.start, self.count = now, 0
        if self.count >= self.limit:
            return False
        self.count += 1
        return True
