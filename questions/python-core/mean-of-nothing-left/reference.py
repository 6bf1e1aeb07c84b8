def spread(values):
    values = list(values)
    if not values:
        raise ValueError("no values")
    mean = sum(values) / len(values)
    return max(abs(value - mean) for value in values)
