import inspect


def f(a, /, b, *, c=3) -> int:
    return a + b + c


print(inspect.signature(f))
for call in (lambda: f(1, b=2), lambda: f(a=1, b=2), lambda: f(1, 2, 4), lambda: f(1, 2, c=4)):
    try:
        print(call())
    except TypeError:
        print("TypeError")
