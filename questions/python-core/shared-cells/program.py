def account():
    total = 0

    def add(number):
        nonlocal total
        total += number
        return total

    def peek():
        return total

    return add, peek


add, peek = account()
other_add, _ = account()
print(add(5))
print(add(2), peek())
print(other_add(1))
print(peek.__code__.co_freevars, peek.__closure__[0].cell_contents)

print([function() for function in [lambda: i for i in range(3)]])
print([function() for function in [lambda i=i: i for i in range(3)]])
