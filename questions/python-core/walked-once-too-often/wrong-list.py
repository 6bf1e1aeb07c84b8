class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return range(self.n, 0, -1)
