def spread(values):
    if not values:
        raise ValueError("no values")
    values = list(values)
    mean = sum(values) / max(len(values), 1)
    return max((abs(value - mean) for value in values), default=0)
