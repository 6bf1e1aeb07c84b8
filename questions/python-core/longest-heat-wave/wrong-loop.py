def longest(values, limit):
    best, start = None, None
    for i, value in enumerate(values):
        if value > limit:
            if start is None:
                start = i
            if best is None or i + 1 - start > best[1]:
                best = (start, i + 1 - start)
        else:
            start = None
    return best
