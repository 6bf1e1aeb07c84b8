from collections import deque


class Limiter:
    def __init__(self, limit, seconds):
        self.limit = limit
        self.seconds = seconds
        self.seen = deque()

    def allow(self, now):
        while self.seen and self.seen[0] <= now - self.seconds:
            self.seen.popleft()
        self.seen.append(now)
        return len(self.seen) <= self.limit
