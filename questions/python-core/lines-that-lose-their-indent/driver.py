"""Runs in the cage beside the answer. Returns plain values; what they should be stays outside."""


class Endless:
    def __init__(self):
        self.given = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.given += 1
        return "a\n"

    def readline(self):
        return next(self)

    def readlines(self):
        return [next(self) for _ in range(1000)]

    def read(self):
        return "".join(self.readlines())


def lazy(answer):
    file = Endless()
    lines = answer.python_lines(file)
    return [next(lines), file.given]
