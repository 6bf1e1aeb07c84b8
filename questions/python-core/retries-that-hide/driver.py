"""Runs in the cage beside the answer. Returns plain values; what they should be stays outside."""


def attempt(answer, results, times=3):
    calls = []

    def get():
        calls.append(1)
        result = results[len(calls) - 1]
        if isinstance(result, BaseException):
            raise result
        return result

    try:
        return [answer.fetch(get, times), len(calls)]
    except ConnectionError as error:
        return ["ConnectionError: " + str(error), len(calls)]
    except BaseException as error:
        return [type(error).__name__, len(calls)]


def at_first(answer):
    return attempt(answer, ["page"])


def second_attempt(answer):
    return attempt(answer, [ConnectionError("1"), "page"])


def never(answer):
    return attempt(answer, [ConnectionError("1"), ConnectionError("2"), ConnectionError("3")])


def other_error(answer):
    return attempt(answer, [KeyError("x"), "page", "page"])


def ctrl_c(answer):
    return attempt(answer, [KeyboardInterrupt(), "page", "page"])


def empty_page(answer):
    return attempt(answer, ["", "page", "page"])


def subclass(answer):
    return attempt(answer, [ConnectionResetError("x"), "ok"])


def error_later(answer):
    return attempt(answer, [ConnectionError("1"), ValueError("x"), "page"])
