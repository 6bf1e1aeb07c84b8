def spread(values):
    if not len(values):
        raise ValueError("no values")
    mean = sum(values) / len(values)
    return max(abs(value - mean) for value in values)
