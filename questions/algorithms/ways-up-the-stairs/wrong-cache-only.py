from functools import lru_cache


def ways(n, steps):
    @lru_cache(None)
    def count(n):
        if n == 0:
            return 1
        if n < 0:
            return 0
        return sum(count(n - step) for step in steps)

    return count(n)
