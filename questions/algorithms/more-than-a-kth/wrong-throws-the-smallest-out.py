def frequent(read, k):
    counts = {}
    for item in read():
        if item not in counts and len(counts) >= k - 1:
            del counts[min(counts, key=counts.get)]
        counts[item] = counts.get(item, 0) + 1
    exact = dict.fromkeys(counts, 0)
    total = 0
    for item in read():
        total += 1
        if item in exact:
            exact[item] += 1
    return sorted(item for item in exact if exact[item] > total / k)
