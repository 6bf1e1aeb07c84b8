class Limiter:
    passed = []

    def __init__(self, limit, seconds):
        self.limit = limit
        self.seconds = seconds

    def allow(self, now):
        self.passed[:] = [t for t in self.passed if t > now - self.seconds]
        if len(self.passed) >= self.limit:
            return False
        self.passed.append(now)
        return True
