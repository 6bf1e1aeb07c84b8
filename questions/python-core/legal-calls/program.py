import inspect


def f(a, /, b, *args, c=0, **rest):
    return a


for call in ("f(1, b=2)", "f(a=1, b=2)", "f(1, 2, 3, c=4)", "f(1, c=4)", "f(1, 2, a=3)", "f(1, 2, b=3)"):
    try:
        eval(call)
        print("yes")
    except TypeError:
        print("no")
print(*(parameter.kind.name for parameter in inspect.signature(f).parameters.values()))
