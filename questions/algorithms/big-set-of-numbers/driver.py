import tracemalloc


def filled(answer, size, numbers):
    result = answer.BitSet(size)
    for n in numbers:
        result.add(n)
    return result


def add_and_ask(answer):
    s = filled(answer, 20, [3, 17])
    return [3 in s, 4 in s, 17 in s, len(s)]


def empty(answer):
    s = answer.BitSet(9)
    return [0 in s, len(s)]


def add_twice(answer):
    s = filled(answer, 10, [5, 5, 6])
    return [len(s), 5 in s]


def discard_twice(answer):
    s = filled(answer, 10, [5, 6])
    s.discard(5)
    s.discard(5)
    s.discard(9)
    return [5 in s, 9 in s, 6 in s, len(s)]


def last_number(answer):
    s = filled(answer, 17, [16])
    return [16 in s, 15 in s, len(s)]


def neighbours(answer):
    s = filled(answer, 40, range(0, 40, 3))
    for n in range(0, 40, 6):
        s.discard(n)
    return [n for n in range(40) if n in s]


def out_of_range(answer):
    s = answer.BitSet(8)
    found = [8 in s, -1 in s]
    s.discard(-1)
    s.discard(99)
    for n in (8, -1):
        try:
            s.add(n)
        except IndexError:
            found.append("IndexError")
    return found + [len(s)]


def memory(answer):
    tracemalloc.start()
    s = filled(answer, 10000000, [0, 9999999])
    used = tracemalloc.get_traced_memory()[1]
    return [used < 5000000, 9999999 in s, 5000000 in s]
