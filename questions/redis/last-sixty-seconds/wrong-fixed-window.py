class Limiter:
    def __init__(self, limit, seconds):
        self.limit = limit
        self.seconds = seconds
        self.window = None
        self.count = 0

    def allow(self, now):
        window = now // self.seconds
        if window != self.window:
            self.window, self.count = window, 0
        if self.count >= self.limit:
            return False
        self.count += 1
        return True
