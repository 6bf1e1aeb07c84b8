class Limiter:
    def __init__(self, limit, seconds):
        self.limit = limit
        self.seconds = seconds
        self.passed = []

    def allow(self, now):
        if sum(t > now - self.seconds for t in self.passed) >= self.limit:
            return False
        self.passed.append(now)
        return True
