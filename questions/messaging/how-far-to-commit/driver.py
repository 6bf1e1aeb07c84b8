import gc
import types


def run(answer, *steps):
    """A number is received, -n says that n is done; the positions after each."""
    progress = answer.Progress()
    positions = []
    for step in steps:
        if step >= 0:
            progress.received(step)
        else:
            progress.done(-step)
        positions.append(progress.position())
    return positions


def in_turn(answer):
    return run(answer, 1, 2, -1, -2)


def the_first_one_is_slow(answer):
    return run(answer, 5, 6, 7, -7, -6, -5)


def nothing_yet(answer):
    progress = answer.Progress()
    before = progress.position()
    progress.received(7)
    return [before, progress.position()]


def holes_in_the_numbers(answer):
    return run(answer, 10, 12, 15, -12, -10, -15)


def more_comes_later(answer):
    return run(answer, 3, -3, 4, 9, -9, 11, -4, -11)


def a_hole_behind_everything(answer):
    return run(answer, 20, -20, 30, 31, -31, -30)


def done_twice(answer):
    return run(answer, 1, 2, 3, -1, -1, -3, -3, -2, -2)


def two_partitions(answer):
    one, two = answer.Progress(), answer.Progress()
    one.received(1)
    two.received(50)
    two.done(50)
    return [one.position(), two.position()]


def many_while_one_hangs(answer):
    progress = answer.Progress()
    total = 60000
    for offset in range(total):
        progress.received(offset)
    seen = set()
    for offset in range(total - 1, 0, -1):
        progress.done(offset)
        seen.add(progress.position())
    progress.done(0)
    return [sorted(seen), progress.position()]


def held(value, seen):
    """Counts what hangs on the object: what is passed must not stay in memory."""
    if id(value) in seen or isinstance(value, (type, types.ModuleType, types.FunctionType)):
        return 0
    seen.add(id(value))
    return 1 + sum(held(x, seen) for x in gc.get_referents(value) if not isinstance(x, (type, types.ModuleType)))


def forgets_what_is_passed(answer):
    progress = answer.Progress()
    for offset in range(10 ** 6, 10 ** 6 + 5000):
        progress.received(offset)
        progress.done(offset)
    return [progress.position(), held(progress, set()) < 1000]
