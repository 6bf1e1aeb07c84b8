"""Runs in the cage beside the answer. Returns plain values; what they should be stays outside."""


class Thing:
    pass


def thing():
    t = Thing()
    t.x = 1
    return t


def inside_and_after(answer):
    t = thing()
    with answer.replaced(t, "x", 5) as old:
        inside = t.x
    return [inside, old, t.x]


def after_an_error(answer):
    t = thing()
    try:
        with answer.replaced(t, "x", 5):
            raise ValueError("x")
    except ValueError:
        return ["ValueError", t.x]
    return ["swallowed", t.x]


def new_attribute(answer):
    t = thing()
    with answer.replaced(t, "y", 5) as old:
        there = hasattr(t, "y")
    return [there, hasattr(t, "y"), old]


def old_value_none(answer):
    t = thing()
    t.x = None
    with answer.replaced(t, "x", 5):
        pass
    return [hasattr(t, "x"), getattr(t, "x", "gone")]


def nested(answer):
    t = thing()
    with answer.replaced(t, "x", 2):
        with answer.replaced(t, "x", 3):
            inner = t.x
        outer = t.x
    return [inner, outer, t.x]


def changed_inside(answer):
    t = thing()
    with answer.replaced(t, "x", 2):
        t.x = 99
    return t.x


def return_from_the_block(answer):
    t = thing()

    def work():
        with answer.replaced(t, "x", 5):
            return t.x

    return [work(), t.x]
