x = "module"


class Box:
    x = "class"
    copies = [x for _ in range(1)]

    def show(self):
        return x


def outer():
    x = "outer"

    def inner():
        return x

    for x in ("loop",):
        pass
    return inner


print(Box().show())
print(Box().x)
print(Box.copies)
print(outer()())
print(x)
if True:
    y = "done"
print(y)
