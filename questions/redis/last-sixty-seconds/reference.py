from collections import deque


class Limiter:
    """At most limit requests in any span of seconds. 任意 seconds 内最多 limit 次。"""

    def __init__(self, limit, seconds):
        self.limit = limit
        self.seconds = seconds
        self.passed = deque()

    def allow(self, now):
        while self.passed and self.passed[0] <= now - self.seconds:
            self.passed.popleft()
        if len(self.passed) >= self.limit:
            return False
        self.passed.append(now)
        return True
