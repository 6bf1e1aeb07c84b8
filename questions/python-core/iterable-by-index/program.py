from collections.abc import Iterable, Iterator


class Squares:
    def __getitem__(self, i):
        if i == 3:
            raise IndexError
        return i * i


s = Squares()
print(list(s), isinstance(s, Iterable))
xs = [1, 2]
it = iter(xs)
print(isinstance(xs, Iterator), iter(it) is it, iter(xs) is xs)
print(list(it), list(it), list(xs))
try:
    print(next(xs))
except TypeError:
    print("TypeError")
