def run(answer, limit, seconds, times):
    limiter = answer.Limiter(limit, seconds)
    return [bool(limiter.allow(now)) for now in times]


def two_a_minute(answer):
    return run(answer, 2, 60, [0, 10, 20, 61])


def around_the_edge(answer):
    return run(answer, 2, 60, [58, 59, 61, 62])


def refused_ones_do_not_count(answer):
    return run(answer, 1, 10, [0, 5, 9, 10.5, 15])


def exactly_after(answer):
    return run(answer, 1, 60, [30, 89, 90])


def forgets_one_by_one(answer):
    return run(answer, 2, 10, [1, 8, 12, 13, 18, 19])


def two_limiters(answer):
    first, second = answer.Limiter(1, 60), answer.Limiter(1, 60)
    return [bool(first.allow(0)), bool(second.allow(0)), bool(first.allow(1))]


def nothing_allowed(answer):
    return run(answer, 0, 60, [0, 100])


def many_requests(answer):
    limiter = answer.Limiter(5, 10)
    return sum(1 for now in range(60000) if limiter.allow(now))
