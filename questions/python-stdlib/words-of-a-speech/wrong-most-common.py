import re
from collections import Counter


def top_words(text, n):
    return Counter(re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)*", text.lower())).most_common(n)
