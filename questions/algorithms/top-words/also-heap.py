import heapq
import re
from collections import defaultdict


def top_words(lines, k):
    counts = defaultdict(int)
    for line in lines:
        for word in re.split("[^a-z]+", line.lower()):
            if word:
                counts[word] += 1
    return heapq.nsmallest(k, counts.items(), key=lambda p: (-p[1], p[0]))
