import re
from collections import Counter


def top_words(text, n):
    counts = Counter(re.findall(r"[a-z']+", text.lower()))
    return sorted(counts.most_common(n), key=lambda pair: (-pair[1], pair[0]))
