class Limiter:
    """At most limit requests in any span of seconds. 任意 seconds 内最多 limit 次。"""

    def __init__(self, limit, seconds):
        pass

    def allow(self, now):
        pass
