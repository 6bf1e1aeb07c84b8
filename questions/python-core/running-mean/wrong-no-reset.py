def mean():
    total, count, value = 0, 0, None
    while True:
        x = yield value
        if x is not None:
            total += x
            count += 1
            value = total / count
