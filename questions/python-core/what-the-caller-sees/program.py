def double(items):
    items += items


def replace(items):
    items = items + [0]


numbers, pair = [1], (1,)
double(numbers)
double(pair)
print(numbers, pair)

replace(numbers)
print(numbers)

alias = numbers
copy = list(numbers)
print(alias is numbers, copy is numbers)

alias[0] = 9
print(numbers, alias)
