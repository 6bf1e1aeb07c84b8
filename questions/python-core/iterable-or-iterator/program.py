from collections.abc import Iterable, Iterator
from itertools import islice


def squares(limit):
    for number in range(1, limit + 1):
        yield number * number


class Old:
    def __getitem__(self, index):
        if index == 2:
            raise IndexError
        return index


print(isinstance([1], Iterable), isinstance([1], Iterator))
print(isinstance(squares(3), Iterable), isinstance(squares(3), Iterator))
print(type(squares).__name__, type(squares(3)).__name__)
print(isinstance(Old(), Iterable), list(Old()))

values = squares(3)
print(list(islice(values, 2)), list(values), list(values))
try:
    next(values)
except StopIteration:
    print("exhausted")
