import re
from collections import Counter


def top_words(lines, k):
    """Return the k most frequent words with their counts. 返回出现最多的 k 个词及次数。"""
    counts = Counter()
    for line in lines:
        counts.update(re.findall("[a-z]+", line.lower()))
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:k]
