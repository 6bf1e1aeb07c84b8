import sys
from collections import Counter

names = {}
zombies = Counter()
sys.stdin.readline()
for line in sys.stdin:
    pid, ppid, stat, name = line.strip().split(None, 3)
    names[int(pid)] = name
    if " Z" in line:
        zombies[int(ppid)] += 1

for parent, count in sorted(zombies.items(), key=lambda item: (-item[1], item[0])):
    print(count, parent, names[parent])
