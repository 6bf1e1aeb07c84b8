def mean():
    total, count = 0, 0
    while True:
        try:
            x = yield total / count if count else None
            total += x or 0
            count += 1
        except ValueError:
            total, count = 0, 0
