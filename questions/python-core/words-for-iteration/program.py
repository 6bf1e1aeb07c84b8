def numbers():
    print("started")
    yield 1


g = numbers()
print(type(numbers).__name__, type(g).__name__, iter(g) is g, hasattr(g, "send"))
print(hasattr([], "__next__"), iter([]) is iter([]))
