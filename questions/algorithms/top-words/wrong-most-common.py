import re
from collections import Counter


def top_words(lines, k):
    counts = Counter()
    for line in lines:
        counts.update(re.findall("[a-z]+", line.lower()))
    return counts.most_common(k)
