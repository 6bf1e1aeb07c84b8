from functools import lru_cache


def best_value(items, capacity):
    rows = {0: 0}
    for weight, value in items:
        new = dict(rows)
        for used, got in rows.items():
            if used + weight <= capacity:
                new[used + weight] = max(new.get(used + weight, 0), got + value)
        rows = new
    return max(rows.values())
