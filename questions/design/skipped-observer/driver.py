def play(answer, plan, events=(1, 2)):
    hub, log = answer.Hub(), []
    for name, kind in plan:
        getattr(hub, kind)(lambda e, name=name: log.append(f"{name}{e}"))
    for e in events:
        hub.emit(e)
    return log


def plain(answer):
    return play(answer, [("a", "listen"), ("b", "listen")])


def once_first(answer):
    return play(answer, [("x", "once"), ("a", "listen")])


def two_at_once(answer):
    return play(answer, [("x", "once"), ("y", "once"), ("a", "listen")])


def in_the_middle(answer):
    return play(answer, [("a", "listen"), ("x", "once"), ("b", "listen")])


def nobody(answer):
    return play(answer, [])
