import sys
from collections import defaultdict

paths = defaultdict(lambda: [0, 0, 0])  # requests, failures, longest
skipped = 0
for line in sys.stdin:
    fields = line.split()
    if not fields:
        continue
    try:
        _, path, status, time = fields
        status, time = int(status), int(time)
    except ValueError:
        skipped += 1
        continue
    record = paths[path.partition("?")[0]]
    record[0] += 1
    record[1] += 500 <= status <= 599
    record[2] = max(record[2], time)
for path, (count, failed, longest) in sorted(paths.items(), key=lambda item: (-item[1][0], item[0])):
    print(path, count, f"{failed / count:.1%}", longest)
if skipped:
    print("skipped:", skipped)
