class Breaker:
    def __init__(self, limit, pause, clock):
        self.limit, self.pause, self.clock = limit, pause, clock
        self.failures = 0
        self.opened = None

    def call(self, function):
        if self.opened is not None and self.clock() - self.opened < self.pause:
            raise RuntimeError("the circuit is open")
        try:
            result = function()
        except Exception:
            self.failures += 1
            if self.opened is not None or self.failures >= self.limit:
                self.opened = self.clock()
            raise
        self.failures = 0
        self.opened = None
        return result
