"""Runs in the cage beside the answer. Returns plain values; what they should be stays outside."""


class Clock:
    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


def made(answer, limit=2, seconds=10):
    clock = Clock()
    return answer.RateLimiter(limit, seconds, clock), clock


def at(limiter, clock, *times):
    result = []
    for time in times:
        clock.now = 1000.0 + time
        result.append(limiter.allow())
    return result


def two_in_ten_seconds(answer):
    return at(*made(answer), 0, 1, 2)


def after_ten_seconds(answer):
    return at(*made(answer), 0, 1, 2, 30)[-1]


def window_slides(answer):
    return at(*made(answer), 0, 9, 9.5, 11, 12)


def refused_ones_do_not_count(answer):
    return at(*made(answer), 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10.5)[-1]


def exactly_at_the_end(answer):
    return at(*made(answer), 0, 0, 10)[-1]


def just_before(answer):
    return at(*made(answer), 0, 0, 9.75)[-1]


def real_clock(answer):
    limiter = answer.RateLimiter(1, 3600)
    return [limiter.allow(), limiter.allow()]


def two_limiters(answer):
    a, b = answer.RateLimiter(1, 10, Clock()), answer.RateLimiter(1, 10, Clock())
    return [a.allow(), b.allow()]


def limit_zero(answer):
    return made(answer, limit=0)[0].allow()


def half_seconds(answer):
    return at(*made(answer, limit=1, seconds=0.5), 0, 0.25, 0.5)
