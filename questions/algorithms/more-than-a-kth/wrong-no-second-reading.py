def frequent(read, k):
    counters = {}
    for item in read():
        if item in counters:
            counters[item] += 1
        elif len(counters) < k - 1:
            counters[item] = 1
        else:
            for other in list(counters):
                counters[other] -= 1
                if not counters[other]:
                    del counters[other]
    return sorted(counters)
