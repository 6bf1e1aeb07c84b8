def frequent(read, k):
    counters = {}
    total = 0
    for item in read():
        total += 1
        if item in counters:
            counters[item] += 1
        elif len(counters) < k:
            counters[item] = 1
        else:
            counters = {other: count - 1 for other, count in counters.items() if count > 1}
    exact = dict.fromkeys(counters, 0)
    for item in read():
        if item in exact:
            exact[item] += 1
    return sorted(item for item, count in exact.items() if count * k >= total)
