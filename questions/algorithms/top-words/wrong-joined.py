import re
from collections import Counter


def top_words(lines, k):
    counts = Counter(re.findall("[a-z]+", "".join(lines).lower()))
    return sorted(counts.items(), key=lambda p: (-p[1], p[0]))[:k]
