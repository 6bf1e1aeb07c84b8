import functools

print(functools.reduce(lambda a, b: a * 10 + b, [1, 2, 3]))
print(list(map(functools.partial(pow, 2), filter(None, [0, 1, 3]))))
