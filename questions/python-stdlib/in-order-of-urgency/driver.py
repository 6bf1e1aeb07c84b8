"""Runs in the cage beside the answer. Returns plain values; what they should be stays outside."""


def filled(answer, *pairs):
    tasks = answer.Tasks()
    for task, urgency in pairs:
        tasks.add(task, urgency)
    return tasks


def drained(tasks):
    return [tasks.next() for _ in range(len(tasks))]


def most_urgent_first(answer):
    return drained(filled(answer, ("tea", 1), ("fire", 9), ("call", 5)))


def equal_urgency(answer):
    return drained(filled(answer, ("a", 1), ("b", 1), ("c", 1)))


def dicts(answer):
    return drained(filled(answer, ({"id": 1}, 3), ({"id": 2}, 3)))


def empty(answer):
    try:
        answer.Tasks().next()
    except IndexError:
        return "IndexError"
    return "something"


def length(answer):
    tasks = answer.Tasks()
    before = len(tasks)
    tasks.add("a", 1)
    tasks.add("b", 2)
    two = len(tasks)
    tasks.next()
    return [before, two, len(tasks)]


def mixed(answer):
    return drained(filled(answer, ("a", 1), ("b", 2), ("c", 1), ("d", 2)))


def negative_urgency(answer):
    return drained(filled(answer, ("y", -5), ("x", 0)))


def two_queues(answer):
    a, b = filled(answer, ("x", 1)), filled(answer, ("y", 1))
    return [len(a), len(b)]


def many(answer):
    tasks = answer.Tasks()
    for number in range(100_000):
        tasks.add(number, number)
    first = tasks.next()
    while len(tasks) > 1:
        tasks.next()
    return [first, tasks.next()]
