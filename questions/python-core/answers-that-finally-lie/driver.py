"""Runs in the cage beside the answer. Returns plain values; what they should be stays outside."""


def three_lines(answer):
    return answer.total(["1", "2", "3"], [])


def done_after_an_error(answer):
    log = []
    try:
        answer.total(["a"], log)
    except ValueError:
        return ["ValueError", log]
    return ["nothing", log]


def other_errors_come_out(answer):
    log = []
    try:
        answer.total([None, "1"], log)
    except TypeError:
        return ["TypeError", log]
    return ["nothing", log]
