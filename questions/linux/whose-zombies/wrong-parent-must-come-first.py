import sys
from collections import Counter

names = {}
zombies = Counter()
found = {}
sys.stdin.readline()
for line in sys.stdin:
    pid, ppid, stat, name = line.strip().split(None, 3)
    names[pid] = name
    if stat[0] == "Z":
        zombies[int(ppid)] += 1
        found[int(ppid)] = names.get(ppid, "?")

for parent, count in sorted(zombies.items(), key=lambda item: (-item[1], item[0])):
    print(count, parent, found[parent])
if not zombies:
    print("none")
