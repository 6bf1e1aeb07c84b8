from itertools import product

def best_value(items, capacity):
    best = 0
    for take in product((0, 1), repeat=len(items)):
        if sum(t * w for t, (w, v) in zip(take, items)) <= capacity:
            best = max(best, sum(t * v for t, (w, v) in zip(take, items)))
    return best
