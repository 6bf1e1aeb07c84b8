from collections import Counter, defaultdict

words = "to be or not to be".split()

counts = defaultdict(int)
for word in words:
    counts[word] += 1
print(counts)

tally = Counter(words)
print(tally == counts)
print(tally.most_common(2))
print(tally["question"], len(tally))

groups = {}
for key, value in [("a", 1), ("b", 2), ("a", 3)]:
    groups.setdefault(key, []).append(value)
print(groups)
