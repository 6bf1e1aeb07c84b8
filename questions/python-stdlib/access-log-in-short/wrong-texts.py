import sys
from collections import defaultdict

count, failed, longest = defaultdict(int), defaultdict(int), defaultdict(str)
skipped = 0
for line in sys.stdin:
    if not line.strip():
        continue
    try:
        _, path, status, time = line.split()
        path = path.split("?")[0]
        count[path] += 1
        if 500 <= int(status) < 600:
            failed[path] += 1
        longest[path] = max(longest[path], time)
    except ValueError:
        skipped += 1
for path in sorted(count, key=lambda p: (-count[p], p)):
    print(path, count[path], f"{failed[path] / count[path]:.1%}", longest[path])
if skipped:
    print("skipped:", skipped)
