import sys
from collections import Counter, defaultdict

count, failed, longest = Counter(), Counter(), defaultdict(int)
skipped = 0
for line in sys.stdin:
    if line.strip():
        try:
            _, url, status, time = line.split()
            status, time = int(status), int(time)
        except ValueError:
            skipped += 1
        else:
            path = url.split("?")[0]
            count[path] += 1
            failed[path] += 500 <= status < 600
            longest[path] = max(longest[path], time)
for number, path in sorted(((n, p) for p, n in count.items()), reverse=True):
    print(path, number, f"{failed[path] / number:.1%}", longest[path])
if skipped:
    print("skipped:", skipped)
