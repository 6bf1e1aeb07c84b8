"""Runs in the cage beside the answer. Returns plain values; what they should be stays outside."""


def computed(answer):
    return answer.classify([int("404"), int("200")])


class Agreeable:
    """Like numbers of some database drivers: says that it is equal to everything."""

    def __eq__(self, other):
        return True

    def __int__(self):
        return 200


def odd_equality(answer):
    code = Agreeable()
    return answer.classify([code])
