import random

deck = [1, 2, 3, 4]
print(random.shuffle(deck))
print(sorted(deck))

before = list(deck)
mixed = random.sample(deck, len(deck))
print(deck == before)

try:
    random.shuffle((1, 2, 3, 4))
except TypeError:
    print("TypeError")
print(sorted(mixed))
