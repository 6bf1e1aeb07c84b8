def work(n):
    print("work", n)
    return n


squares = [n * n for n in range(5) if n % 2 == 0]
lazy = (n * n for n in range(5) if n % 2 == 0)
print(type(squares).__name__, type(lazy).__name__)
print(sum(squares), sum(squares))
print(sum(lazy), sum(lazy))

jobs = (work(n) for n in (1, 2, 3))
print("ready")
print(next(jobs))
