def frequent(read, k):
    counters = {}
    total = 0
    for item in read():
        total += 1
        if item in counters:
            counters[item] += 1
        elif len(counters) < k - 1:
            counters[item] = 1
        else:
            counters = {other: count - 1 for other, count in counters.items() if count > 1}
    return sorted(c for c in counters if sum(item == c for item in read()) > total / k)
