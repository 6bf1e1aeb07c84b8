def with_tuple():
    seen = ()

    def add(item):
        nonlocal seen
        seen += (item,)
        return seen

    return add


def without_nonlocal():
    seen = ()

    def add(item):
        seen += (item,)
        return seen

    return add


def with_list(give):
    seen = []

    def add(item):
        seen.append(item)
        return give(seen)

    return add


add = with_tuple()
add(1)
print(add(2))

try:
    without_nonlocal()(1)
except UnboundLocalError:
    print("UnboundLocalError")

for give in (lambda items: items, list):
    add = with_list(give)
    add(1).append("?")
    print(add(2))
