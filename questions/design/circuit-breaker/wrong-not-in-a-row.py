class Breaker:
    def __init__(self, limit, pause, clock):
        self.limit, self.pause, self.clock = limit, pause, clock
        self.failures = 0
        self.opened = None

    def call(self, function):
        if self.opened is not None:
            if self.clock() - self.opened < self.pause:
                raise RuntimeError("open")
        try:
            result = function()
        except Exception:
            self.failures += 1
            if self.failures >= self.limit:
                self.opened = self.clock()
            raise
        if self.opened is not None:
            self.opened, self.failures = None, 0
        return result
