import time


class RateLimiter:
    ...
