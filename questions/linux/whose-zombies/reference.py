import sys
from collections import Counter

names = {}
zombies = Counter()
next(sys.stdin, None)
for line in sys.stdin:
    if line.strip():
        pid, ppid, stat, name = line.strip().split(None, 3)
        names[int(pid)] = name
        if stat.startswith("Z"):
            zombies[int(ppid)] += 1

for parent, count in sorted(zombies.items(), key=lambda item: (-item[1], item[0])):
    print(count, parent, names.get(parent, "?"))
if not zombies:
    print("none")
