"""Runs in the cage beside the answer. Returns plain values; what they should be stays outside."""


import re

FORM = re.compile(r"(?=.)(?:([0-9]+)h)?(?:([0-9]+)m)?(?:([0-9]+)s)?")


def right(text):
    match = FORM.fullmatch(text)
    if not match:
        raise ValueError(text)
    h, m, s = (int(x or 0) for x in match.groups())
    return h * 3600 + m * 60 + s


def verdict(answer, implementation):
    try:
        answer.check(implementation)
    except Exception:
        return "caught"
    return "passes"


def a_right_one(answer):
    return verdict(answer, right)


def another_right_one(answer):
    def other(text):
        total, rest = 0, text
        for unit, factor in (("h", 3600), ("m", 60), ("s", 1)):
            number, found, behind = rest.partition(unit)
            if found:
                if not (number.isascii() and number.isdigit()):
                    raise ValueError(text)
                total, rest = total + int(number) * factor, behind
        if rest or not text:
            raise ValueError(text)
        return total

    return verdict(answer, other)


def always_zero(answer):
    return verdict(answer, lambda text: 0)


def forgets_the_seconds(answer):
    return verdict(answer, lambda text: right(text) // 60 * 60)


def minutes_above_59(answer):
    def wrong(text):
        if any(int(n) > 59 for n in re.findall("[0-9]+(?=m)", text)):
            raise ValueError(text)
        return right(text)

    return verdict(answer, wrong)


def accepts_nothing_at_all(answer):
    return verdict(answer, lambda text: 0 if text == "" else right(text))


def any_order(answer):
    def wrong(text):
        if not re.fullmatch("([0-9]+[hms])+", text) or len(set(re.findall("[hms]", text))) < len(re.findall("[hms]", text)):
            raise ValueError(text)
        return sum(int(n) * {"h": 3600, "m": 60, "s": 1}[u] for n, u in re.findall("([0-9]+)([hms])", text))

    return verdict(answer, wrong)


def twice_the_same(answer):
    def wrong(text):
        match = re.fullmatch("(?=.)((?:[0-9]+h)*)((?:[0-9]+m)*)((?:[0-9]+s)*)", text)
        if not match:
            raise ValueError(text)
        return sum(int(n) * {"h": 3600, "m": 60, "s": 1}[u] for n, u in re.findall("([0-9]+)([hms])", text))

    return verdict(answer, wrong)


def signs(answer):
    def wrong(text):
        match = re.fullmatch("(?=.)(?:([-+]?[0-9]+)h)?(?:([-+]?[0-9]+)m)?(?:([-+]?[0-9]+)s)?", text)
        if not match:
            raise ValueError(text)
        h, m, s = (int(x or 0) for x in match.groups())
        return h * 3600 + m * 60 + s

    return verdict(answer, wrong)


def rest_ignored(answer):
    def wrong(text):
        match = FORM.match(text)
        if not match or not match[0]:
            raise ValueError(text)
        return right(match[0])

    return verdict(answer, wrong)


def returns_none_instead_of_raising(answer):
    def wrong(text):
        try:
            return right(text)
        except ValueError:
            return None

    return verdict(answer, wrong)


def wrong_exception(answer):
    def wrong(text):
        try:
            return right(text)
        except ValueError:
            raise KeyError(text) from None

    return verdict(answer, wrong)


def one_digit_only(answer):
    def wrong(text):
        if re.search("[0-9]{2}", text):
            raise ValueError(text)
        return right(text)

    return verdict(answer, wrong)


def spaces(answer):
    return verdict(answer, lambda text: right(text.strip()))


def hours_of_100_minutes(answer):
    def wrong(text):
        right(text)
        return sum(int(n) * {"h": 6000, "m": 60, "s": 1}[u] for n, u in re.findall("([0-9]+)([hms])", text))

    return verdict(answer, wrong)
