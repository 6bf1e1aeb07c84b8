import sys
from itertools import groupby

requests, skipped = [], 0
for line in sys.stdin:
    if not line.strip():
        continue
    try:
        _, path, status, time = line.split()
        requests.append((path.split("?")[0], int(status), int(time)))
    except ValueError:
        skipped += 1
rows = []
for path, group in groupby(requests, key=lambda r: r[0]):
    group = list(group)
    failed = sum(500 <= r[1] < 600 for r in group)
    rows.append((-len(group), path, failed / len(group), max(r[2] for r in group)))
for count, path, failed, longest in sorted(rows):
    print(path, -count, f"{failed:.1%}", longest)
if skipped:
    print("skipped:", skipped)
