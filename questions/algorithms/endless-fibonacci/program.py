from itertools import islice, takewhile


def together():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def one_by_one():
    a, b = 0, 1
    while True:
        yield a
        a = b
        b = a + b


print(list(islice(together(), 6)))
print(list(islice(one_by_one(), 6)))

numbers = together()
print(list(takewhile(lambda n: n < 5, numbers)), next(numbers))
print(next(islice(together(), 100, None)) > 2**64)
