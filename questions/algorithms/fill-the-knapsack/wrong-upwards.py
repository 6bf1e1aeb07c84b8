def best_value(items, capacity):
    best = [0] * (capacity + 1)
    for weight, value in items:
        if weight == 0:
            best = [b + value for b in best]
            continue
        for room in range(weight, capacity + 1):
            best[room] = max(best[room], best[room - weight] + value)
    return best[capacity]
