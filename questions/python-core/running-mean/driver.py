"""Runs in the cage beside the answer. Returns plain values; what they should be stays outside."""


def start(answer):
    m = answer.mean()
    next(m)
    return m


def three_numbers(answer):
    m = start(answer)
    return [m.send(2), m.send(4), m.send(6)]


def before_the_first(answer):
    m = answer.mean()
    return [next(m), next(m)]


def next_in_between(answer):
    m = start(answer)
    return [m.send(4), next(m), m.send(None), m.send(6)]


def zero_is_a_number(answer):
    m = start(answer)
    return [m.send(4), m.send(0)]


def reset(answer):
    m = start(answer)
    return [m.send(5), m.throw(ValueError()), m.send(7)]


def two_of_them(answer):
    a, b = start(answer), start(answer)
    return [a.send(1), b.send(9)]


def close(answer):
    m = start(answer)
    m.close()
    try:
        next(m)
    except StopIteration:
        return "closed"
    return "still open"


def other_errors_come_out(answer):
    m = start(answer)
    try:
        m.throw(KeyError())
    except KeyError:
        return "KeyError"
    return "swallowed"
