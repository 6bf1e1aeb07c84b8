"""Runs in the cage beside the answer. Returns plain values; what they should be stays outside."""
import tracemalloc

MB = 1_000_000


def megabytes(outcome):
    return round(outcome[1] / MB)


def memory_that_stays(answer):
    kept = []

    def work():
        kept.append(bytes(8 * MB))
        return "done"

    result, size = answer.peak(work)
    return [[result, round(size / MB)]]


def block(size):
    """Needs so much for a moment, and returns nothing."""
    bytes(size)


def two_after_each_other(answer):
    def work():
        a = bytes(2 * MB)
        del a
        b = bytes(3 * MB)
        del b
        c = bytes(MB)

    return megabytes(answer.peak(work))


def one_at_a_time(answer):
    def work():
        for i in range(10):
            block = None
            block = bytes(2 * MB)

    return megabytes(answer.peak(work))


def earlier_peak(answer):
    tracemalloc.start()
    try:
        return [megabytes(answer.peak(block, n * MB)) for n in (8, 2)]
    finally:
        tracemalloc.stop()


def memory_from_before(answer):
    tracemalloc.start()
    try:
        old = bytes(8 * MB)
        return [megabytes(answer.peak(block, 2 * MB)), tracemalloc.get_traced_memory()[0] > 7 * MB]
    finally:
        tracemalloc.stop()


def memory_given_up(answer):
    tracemalloc.start()
    try:
        old = [bytes(8 * MB)]

        def work():
            old.clear()
            new = bytes(5 * MB)

        return megabytes(answer.peak(work))
    finally:
        tracemalloc.stop()


def off_again(answer):
    before = tracemalloc.is_tracing()
    result, _ = answer.peak(len, "abc")
    return [before, result, tracemalloc.is_tracing()]


def after_an_exception(answer):
    def fail():
        raise ValueError

    result = []
    for on in (False, True):
        if on:
            tracemalloc.start()
        try:
            answer.peak(fail)
        except ValueError:
            result.append("ValueError")
        result.append(tracemalloc.is_tracing())
    tracemalloc.stop()
    return result


def records_kept(answer):
    tracemalloc.start()
    try:
        old = bytes(4 * MB)
        result, _ = answer.peak(len, "abc")
        return [result, tracemalloc.get_object_traceback(old) is not None]
    finally:
        tracemalloc.stop()


def arguments(answer):
    result, _ = answer.peak(lambda a, **named: [a, named], 1, x=2)
    return result
