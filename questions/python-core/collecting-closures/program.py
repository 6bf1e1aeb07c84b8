def collector():
    items = ()

    def add(x):
        nonlocal items
        items += (x,)
        return items

    return add


def broken():
    n = 0

    def step():
        n += 1
        return n

    return step


a, b = collector(), collector()
a(1)
print(a(2), b(3))
print(a.__code__.co_freevars, a.__closure__[0].cell_contents)
try:
    print(broken()())
except UnboundLocalError:
    print("UnboundLocalError")
