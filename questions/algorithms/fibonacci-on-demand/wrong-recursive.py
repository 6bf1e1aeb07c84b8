def fib(n, a, b):
    return a if n == 0 else b if n == 1 else fib(n - 1, a, b) + fib(n - 2, a, b)


def fibonacci(a=0, b=1):
    n = 0
    while True:
        yield fib(n, a, b)
        n += 1
