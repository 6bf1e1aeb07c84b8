def mean():
    total, count = 0, 0
    while True:
        try:
            x = yield total / count if count else None
        except ValueError:
            total, count = 0, 0
        else:
            if x is not None:
                total += x
                count += 1
