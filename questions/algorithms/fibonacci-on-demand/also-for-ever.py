from itertools import count


def fibonacci(a=0, b=1):
    yield a
    yield b
    for _ in count():
        a, b = b, a + b
        yield b
