def in_order(answer):
    s, log = answer.Subject(), []
    s.subscribe(lambda e: log.append(f"a:{e}"))
    s.subscribe(lambda e: log.append(f"b:{e}"))
    s.notify(1)
    s.notify(2)
    return log


def twice(answer):
    s, log = answer.Subject(), []

    def a(e):
        log.append(f"a:{e}")

    s.subscribe(a)
    s.subscribe(a)
    s.notify(1)
    s.unsubscribe(a)
    s.notify(2)
    return log


def leaves_meanwhile(answer):
    s, log = answer.Subject(), []

    def a(e):
        log.append(f"a{e}")
        s.unsubscribe(a)

    s.subscribe(a)
    s.subscribe(lambda e: log.append(f"b{e}"))
    s.subscribe(lambda e: log.append(f"c{e}"))
    s.notify(1)
    first = log[:]
    log.clear()
    s.notify(2)
    return [first, log]


def joins_meanwhile(answer):
    s, log = answer.Subject(), []

    def late(e):
        log.append(f"late{e}")

    def a(e):
        log.append(f"a{e}")
        s.subscribe(late)

    s.subscribe(a)
    s.notify(1)
    first = log[:]
    log.clear()
    s.notify(2)
    return [first, log]


def errors(answer):
    s, log = answer.Subject(), []

    def bad(e):
        raise ValueError(e)

    def worse(e):
        raise KeyError(e)

    s.subscribe(lambda e: log.append("a"))
    s.subscribe(bad)
    s.subscribe(worse)
    s.subscribe(lambda e: log.append("c"))
    return [log, [type(x).__name__ for x in s.notify(0)]]


def unknown(answer):
    s = answer.Subject()
    s.unsubscribe(print)
    return s.notify(1)


def two_subjects(answer):
    s, t, log = answer.Subject(), answer.Subject(), []
    s.subscribe(lambda e: log.append(e))
    s.notify("x")
    first = log[:]
    log.clear()
    t.notify("y")
    return [first, log]
