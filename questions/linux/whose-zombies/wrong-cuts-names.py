import sys
from collections import Counter

names = {}
zombies = Counter()
sys.stdin.readline()
for line in sys.stdin:
    fields = line.split()
    names[int(fields[0])] = fields[3]
    if fields[2].startswith("Z"):
        zombies[int(fields[1])] += 1

for parent, count in sorted(zombies.items(), key=lambda item: (-item[1], item[0])):
    print(count, parent, names.get(parent, "?"))
if not zombies:
    print("none")
