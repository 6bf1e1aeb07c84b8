from collections import Counter

a = [3, 1, 2, 2]
b = [2, 4, 3, 2]

print(sorted(set(a) & set(b)))
print(sorted(set(a) ^ set(b)))
print(sorted(set(a) - set(b)))
print(sorted(set(a) | set(b)))
try:
    print(sorted(set(a) & b))
except TypeError:
    print("TypeError")
print(sorted(set(a).intersection(b)))
print(Counter(a) & Counter(b))
