"""Runs in the cage beside the answer. Returns plain values; what they should be stays outside."""


def flaky(answer, errors, times=3, on=KeyError):
    calls = []

    @answer.retry(times, on)
    def load():
        "Load it."
        calls.append(1)
        if len(calls) <= len(errors):
            raise errors[len(calls) - 1]
        return "ok"

    return load, calls


def outcome(load, calls):
    try:
        return [load(), len(calls)]
    except KeyError as error:
        return ["KeyError: " + str(error.args[0]), len(calls)]
    except Exception as error:
        return [type(error).__name__, len(calls)]


def second_attempt(answer):
    return outcome(*flaky(answer, [KeyError(1)]))


def gives_up(answer):
    return outcome(*flaky(answer, [KeyError(1), KeyError(2), KeyError(3), KeyError(4)]))


def other_errors(answer):
    return outcome(*flaky(answer, [ValueError(1)]))


def arguments_and_result(answer):
    return answer.retry(2, KeyError)(lambda *args, **kwargs: [list(args), kwargs])(1, 2, c=3)


def identity(answer):
    load, _ = flaky(answer, [])
    return [load.__name__, load.__doc__]


def empty_result(answer):
    calls = []
    return [answer.retry(3, KeyError)(lambda: calls.append(1))(), len(calls)]


def calls_are_independent(answer):
    load, calls = flaky(answer, [KeyError(n) for n in range(9)], times=2)
    seen = []
    for _ in range(2):
        try:
            load()
        except KeyError:
            seen.append("KeyError")
    return [*seen, len(calls)]


def several_types(answer):
    return outcome(*flaky(answer, [KeyError(1), OSError(2)], on=(KeyError, OSError)))
