RED = 1


class Colour:
    GREEN = 2


def describe(value):
    match value:
        case Colour.GREEN:
            return "green"
        case [first, *rest] if first > 0:
            return f"tail {rest}"
        case {"kind": kind}:
            return f"kind {kind}"
        case RED:
            return f"red? {RED}"


for value in (2, [5, 6, 7], {"kind": "a", "size": 3}, "blue", [-1, 0]):
    print(describe(value))
print(RED)
