import hashlib
from math import exp, log

bits_per_item = -log(0.01) / log(2) ** 2
print(f"bits per item at 1%: {bits_per_item:.1f}")
print("best k:", round(bits_per_item * log(2)))
for k in (1, 7, 20):
    print(f"k = {k}: {(1 - exp(-k / bits_per_item)) ** k:.1%}")


def places(url):
    digest = hashlib.sha256(url.encode()).digest()
    return {byte % 16 for byte in digest[:3]}


first, second = "https://example.org/0", None
for number in range(1, 1000):
    second = f"https://example.org/{number}"
    if places(first) & places(second):
        break
array = places(first) | places(second)
array -= places(first)
print("still found after a deletion:", places(second) <= array)
