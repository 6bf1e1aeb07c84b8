from collections import Counter


def frequent(read, k):
    counts = Counter(read())
    total = sum(counts.values())
    return sorted(item for item, count in counts.items() if count > total / k)
