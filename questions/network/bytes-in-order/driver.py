def run(answer, first, *segments):
    receiver = answer.Receiver(first)
    given = [bytes(receiver.segment(number % 2 ** 32, data)).decode() for number, data in segments]
    return given + [receiver.expected()]


def one_after_the_other(answer):
    return run(answer, 1000, (1000, b"GET "), (1004, b"/"))


def out_of_order(answer):
    return run(answer, 0, (4, b"efgh"), (8, b"ij"), (0, b"abcd"))


def sent_again(answer):
    return run(answer, 10, (10, b"abc"), (10, b"abc"), (13, b"d"))


def new_and_old_in_one(answer):
    return run(answer, 0, (0, b"abc"), (1, b"bcdef"), (6, b"g"))


def early_ones_overlap(answer):
    return run(answer, 0, (6, b"ghij"), (3, b"defgh"), (9, b"jkl"), (0, b"abc"))


def a_short_one_first(answer):
    return run(answer, 0, (2, b"c"), (2, b"cdef"), (0, b"ab"))


def a_long_one_first(answer):
    return run(answer, 0, (2, b"cdef"), (2, b"c"), (3, b"d"), (0, b"ab"), (6, b"g"))


def past_the_largest_number(answer):
    top = 2 ** 32
    return run(answer, top - 3, (top - 3, b"abc"), (0, b"de"), (top - 2, b"bcd"), (2, b"f"))


def early_past_the_largest_number(answer):
    top = 2 ** 32
    return run(answer, top - 2, (1, b"def"), (top - 2, b"abc"))


def empty(answer):
    return run(answer, 5, (5, b""), (7, b""), (5, b"x"))


def two_connections(answer):
    one, two = answer.Receiver(0), answer.Receiver(0)
    one.segment(1, b"b")
    return [bytes(two.segment(0, b"a")).decode(), bytes(one.segment(0, b"a")).decode()]


def backwards(answer):
    receiver = answer.Receiver(2 ** 32 - 30000)
    count = 15000
    given = 0
    for i in reversed(range(count)):
        given += len(receiver.segment((2 ** 32 - 30000 + 4 * i) % 2 ** 32, b"abcdef"))
    return [given, receiver.expected()]
