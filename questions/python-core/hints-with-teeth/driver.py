"""Runs in the cage beside the answer. Returns plain values; what they should be stays outside."""
import re


def outcome(call, *args, **kwargs):
    """The result as text, or which of the names below the text of the TypeError mentions."""
    try:
        return str(call(*args, **kwargs))
    except TypeError as error:
        names = re.findall(r"\b(return|times|size|args|kwargs|n|other)\b", str(error))
        return names[0] if names else f"TypeError: {error}"


def right_and_wrong(answer):
    @answer.checked
    def repeat(text: str, times: int) -> str:
        return "|".join([text] * times)

    return [outcome(repeat, "ab", 2), outcome(repeat, "ab", "2")]


def wrong_result(answer):
    runs = []

    @answer.checked
    def half(n: int) -> int:
        runs.append(n)
        return n / 2

    return [outcome(half, 3), *runs]


def by_keyword(answer):
    @answer.checked
    def repeat(text: str, times: int):
        return text * times

    return [outcome(repeat, times=2, text="ab"), outcome(repeat, text="ab", times=2.5)]


def parameter_without_hint_in_front(answer):
    @answer.checked
    def put(place, size: int):
        return "ok"

    return [outcome(put, "here", 3), outcome(put, 3, "here")]


def or_none(answer):
    @answer.checked
    def show(n: int | None):
        return "none" if n is None else n

    return [outcome(show, None), outcome(show, 7), outcome(show, "7")]


def default_of_another_type(answer):
    @answer.checked
    def show(n: int = None):
        return "none" if n is None else n

    return [outcome(show), outcome(show, "x")]


def star(answer):
    @answer.checked
    def add(*args: int, **kwargs: float):
        return sum(args)

    return [outcome(add, 1, 2, 3, x=0.5), outcome(add, 1, "2"), outcome(add, 1, x="1")]


def beyond_isinstance(answer):
    @answer.checked
    def count(items: list[int]) -> "int":
        return len(items)

    return [outcome(count, [1, 2]), outcome(count, ["x"])]


def hint_as_text(answer):
    @answer.checked
    def show(n: "int"):
        return n

    return [outcome(show, 3), outcome(show, "3")]


def class_that_comes_later(answer):
    space = {"checked": answer.checked}
    exec("class Money:\n"
         "    def __init__(self, cents): self.cents = cents\n"
         "    def __str__(self): return f'Money {self.cents}'\n"
         "    @checked\n"
         "    def plus(self, other: 'Money') -> 'Money':\n"
         "        return Money(self.cents + other.cents)\n", space)
    two, three = space["Money"](2), space["Money"](3)
    return [outcome(two.plus, three), outcome(two.plus, 3)]


def does_not_fit_the_signature(answer):
    @answer.checked
    def show(a: int, b: int):
        return "run"

    return [outcome(show, 1, b=2), outcome(show, 1).split(":")[0], outcome(show, 1, 2, c=3).split(":")[0]]


def not_run(answer):
    runs = []

    @answer.checked
    def act(n: int):
        runs.append(n)

    return [outcome(act, "x"), len(runs)]


def none_as_result(answer):
    @answer.checked
    def quiet(n: int) -> None:
        if n:
            return n

    return ["ok" if quiet(0) is None else "?", outcome(quiet, 5)]


def name_and_docstring(answer):
    @answer.checked
    def show(n: int):
        """Shows it."""

    return [show.__name__, show.__doc__]
