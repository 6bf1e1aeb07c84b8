from itertools import combinations

items = [(1, 1500), (2, 3000), (3, 2000), (5, 6000)]
capacity = 8

best = [0] * (capacity + 1)
for weight, value in items:
    for w in range(capacity, weight - 1, -1):
        best[w] = max(best[w], best[w - weight] + value)
print(best[capacity])

totals = [
    sum(value for _, value in chosen)
    for size in range(5)
    for chosen in combinations(items, size)
    if sum(weight for weight, _ in chosen) <= capacity
]
print(max(totals), 11000 in totals)
