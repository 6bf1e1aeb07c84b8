def mean():
    total, count = 0, 0
    while True:
        try:
            x = yield total / count if count else None
            if x is not None:
                total += x
                count += 1
        except Exception:
            total, count = 0, 0
