def spread(values):
    total = 0
    count = 0
    for value in values:
        total += value
        count += 1
    if count == 0:
        raise ValueError("no values")
    mean = total / count
    return max((abs(value - mean) for value in values), default=0)
