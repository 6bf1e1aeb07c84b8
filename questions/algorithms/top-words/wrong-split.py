from collections import Counter


def top_words(lines, k):
    counts = Counter()
    for line in lines:
        counts.update(line.lower().split())
    return sorted(counts.items(), key=lambda p: (-p[1], p[0]))[:k]
