"""Runs in the cage beside the answer. Returns plain values; what they should be stays outside."""


import threading


def left():
    return threading.active_count() - BEFORE


BEFORE = threading.active_count()


def squares(answer):
    return answer.process(lambda n: n * n, [0, 1, 2, 3, 4], 3)


def in_order(answer):
    second = threading.Event()

    def work(name):
        if name == "slow":
            second.wait(0.4)
        else:
            second.set()
        return name

    return answer.process(work, ["slow", "quick", "quick"], 2)


def really_at_the_same_time(answer):
    meeting = threading.Barrier(3)

    def work(item):
        try:
            meeting.wait(0.5)
            return True
        except threading.BrokenBarrierError:
            return False

    return all(answer.process(work, [1, 2, 3], 3))


def nothing(answer):
    return [answer.process(lambda n: n, [], 2), left()]


def fewer_than_workers(answer):
    return [answer.process(lambda n: n * 10, [1], 4), left()]


def error(answer):
    seen = []

    def work(n):
        seen.append(n)
        if n in (2, 4):
            raise ValueError(n)
        return n

    try:
        answer.process(work, range(6), 2)
        text = "nothing"
    except Exception as error:
        text = f"{type(error).__name__}: {error}"
    return [text, sorted(seen), left()]


def every_one_fails(answer):
    def work(n):
        raise ValueError(n)

    try:
        answer.process(work, range(6), 2)
        text = "nothing"
    except Exception as error:
        text = f"{type(error).__name__}: {error}"
    return [text, left()]


def none_as_item_and_result(answer):
    return answer.process(lambda item: item, [None, None, 5], 2)


def generator(answer):
    return answer.process(lambda n: 2 * n, (n for n in range(3)), 2)
