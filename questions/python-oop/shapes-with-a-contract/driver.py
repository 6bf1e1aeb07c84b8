"""Runs in the cage beside the answer. Returns plain values; what they should be stays outside."""


def square(answer):
    return answer.Square(3).describe()


def largest_of_two(answer):
    return answer.largest([answer.Square(3), answer.Circle(2)]).describe()


def error(make):
    try:
        make()
    except Exception as seen:
        return type(seen).__name__
    return "accepted"


def no_shape(answer):
    return error(answer.Shape)


def half_a_shape(answer):
    class Half(answer.Shape):
        def area(self):
            return 1

    return error(Half)


class Duck:
    def area(self):
        return 1000


def duck(answer):
    found = answer.largest([answer.Square(3), Duck()])
    return "duck" if isinstance(found, Duck) else "no duck"


def ties(answer):
    a, b = answer.Square(3), answer.Square(3)
    return answer.largest([a, b]) is a


def none(answer):
    return error(lambda: answer.largest([]))


def own_subclass(answer):
    class Rope(answer.Shape):
        def area(self):
            return 0

        def name(self):
            return "rope"

    return Rope().describe()


def is_a_shape(answer):
    return [isinstance(answer.Square(1), answer.Shape), isinstance(answer.Circle(1), answer.Shape)]


def from_a_generator(answer):
    return answer.largest(answer.Square(n) for n in [2, 4, 3]).describe()
