def frequent(read, k):
    counts = {}
    total = 0
    for item in read():
        total += 1
        if item in counts:
            counts[item] += 1
        elif len(counts) < k:
            counts[item] = 1
        else:
            smallest = min(counts, key=counts.get)
            counts[item] = counts.pop(smallest) + 1
    exact = dict.fromkeys(counts, 0)
    for item in read():
        if item in exact:
            exact[item] += 1
    return sorted(item for item in exact if exact[item] * k > total)
