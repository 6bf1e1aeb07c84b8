"""Runs in the cage beside the answer. Returns plain values; what they should be stays outside."""


def found(answer, items, k):
    return answer.frequent(lambda: iter(items), k)


def nothing_frequent(answer):
    return found(answer, list(range(10)), 3)


def exactly_a_kth(answer):
    return [found(answer, list("aab"), 2), found(answer, list("aabb"), 2)]


def empty(answer):
    return found(answer, [], 3)


def one_item(answer):
    return [found(answer, [7], 2), found(answer, [7], 5)]


def early_and_late(answer):
    early = found(answer, ["early"] * 6 + list("uvwxy"), 2)
    late = found(answer, list("uvwxyz") + ["late"] * 4, 3)
    return [early, late, found(answer, list("aaabbbcd"), 3)]


def none_is_an_item(answer):
    return found(answer, [None, 1, None, 2, None], 2)


def times_read(answer):
    calls = []

    def read():
        calls.append(1)
        return iter("abcabcabcabcxyz")

    result = answer.frequent(read, 5)
    return [len(calls) <= 2, result]


def a_million(answer):
    def read():
        for i in range(100000):
            yield from (f"https://example.org/user/{i}/page/{j}" for j in range(6))
            yield "even"
            yield "odd"
            yield "even" if i % 2 else "odd"
            yield "rare" if i % 3 else "odd"

    return answer.frequent(read, 9)
