"""Runs in the cage beside the answer. Returns plain values; what they should be stays outside."""

# an item is a text: its first and its last letter are its two positions
FIRST = lambda item: ord(item[0]) - ord("a")
LAST = lambda item: ord(item[-1]) - ord("a")


def made(answer, *items, size=26, hashes=(FIRST, LAST)):
    bloom = answer.CountingBloom(size, list(hashes))
    for item in items:
        bloom.add(item)
    return bloom


def removed(bloom, item):
    try:
        bloom.remove(item)
    except KeyError:
        return "KeyError"


def add_and_remove(answer):
    bloom = made(answer)
    result = ["ab" in bloom]
    bloom.add("ab")
    result.append("ab" in bloom)
    bloom.remove("ab")
    return result + ["ab" in bloom]


def added_twice(answer):
    bloom = made(answer, "ab", "ab")
    bloom.remove("ab")
    result = ["ab" in bloom]
    bloom.remove("ab")
    return result + ["ab" in bloom]


def absent(answer):
    bloom = made(answer, "ab")
    return [removed(bloom, "xy"), "ab" in bloom]


def half_there(answer):
    bloom = made(answer, "ab")
    return [removed(bloom, "ax") and removed(bloom, "xb"), "ab" in bloom]


def same_counter_twice(answer):
    bloom = made(answer, "aa", "ab")
    bloom.remove("ab")
    result = ["aa" in bloom, "ab" in bloom]
    bloom = made(answer, "ab", "aa")
    bloom.remove("aa")
    return result + ["ab" in bloom]


def full_counter(answer):
    bloom = made(answer, *["ab"] * 300)
    for _ in range(290):
        bloom.remove("ab")
    result = ["ab" in bloom]
    bloom = made(answer, *["ab"] * 255, "bc")
    for _ in range(255):
        bloom.remove("ab")
    return result + ["bc" in bloom]


def neighbours_of_a_full_counter(answer):
    bloom = made(answer, *["bb"] * 300, "ac")
    bloom.remove("ac")
    return ["bb" in bloom, "ac" in bloom]


def negative_and_large(answer):
    bloom = made(answer, size=10, hashes=[lambda n: -n, lambda n: n + 10**20])
    bloom.add(3)
    return [3 in bloom, 4 in bloom]


def two_filters(answer):
    one, two = made(answer, "ab"), made(answer)
    return ["ab" in one, "ab" in two]


def false_positive(answer):
    return "ad" in made(answer, "ab", "cd")


def forty_million_counters(answer):
    bloom = made(answer, size=40_000_000, hashes=[lambda n: n, lambda n: n * n])
    bloom.add(39_999_999)
    return [39_999_999 in bloom, 39_999_998 in bloom]
