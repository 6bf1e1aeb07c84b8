from functools import lru_cache, partial

calls = []


@lru_cache(maxsize=2)
def square(number):
    calls.append(number)
    return number * number


for number in (1, 2, 1, 3, 2):
    square(number)
print(calls)
print(square.cache_info().hits)

try:
    square([4])
except TypeError:
    print("TypeError")

cube = partial(pow, exp=3)
print(cube(2), cube(2, exp=4))
print(type(cube).__name__, hasattr(cube, "__name__"))
