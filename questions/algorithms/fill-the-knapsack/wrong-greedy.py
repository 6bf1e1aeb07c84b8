def best_value(items, capacity):
    total = 0
    for weight, value in sorted(items, key=lambda item: item[1] / (item[0] or 1e-9), reverse=True):
        if weight <= capacity:
            capacity -= weight
            total += value
    return total
