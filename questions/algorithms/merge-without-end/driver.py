from itertools import count, islice


def two(answer):
    return list(answer.merge([1, 4, 6], [2, 3, 9]))


def nothing(answer):
    return [list(answer.merge()), list(answer.merge([], [])), list(answer.merge([], [5]))]


def zeros(answer):
    return list(answer.merge([-1, 0, 0, 2], [0, 1]))


def equal_ones_in_order(answer):
    class Item(int):
        pass

    streams = []
    for name in "abc":
        stream = []
        for value in (0, 1, 1):
            item = Item(value)
            item.name = name
            stream.append(item)
        streams.append(stream)
    return "".join(item.name for item in answer.merge(*streams))


def without_end(answer):
    return list(islice(answer.merge(count(0, 3), count(1, 5), [2]), 8))


def one_ahead(answer):
    read = []

    def stream(name, values):
        for value in values:
            read.append(name + str(value))
            yield value

    merged = answer.merge(stream("a", [1, 5, 7]), stream("b", [2, 3, 9]))
    first = [next(merged), next(merged)]
    return [first, len(read) <= 4]


def a_thousand_streams(answer):
    merged = answer.merge(*[range(i, 200000, 4000) for i in range(4000)])
    return sum(1 for a, b in zip(merged, range(10 ** 9)) if a == b)
