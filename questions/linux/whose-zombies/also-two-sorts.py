import re
import sys

rows = []
for line in sys.stdin.read().splitlines()[1:]:
    match = re.match(r"\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*\S)\s*$", line)
    if match:
        rows.append(match.groups())

names = {pid: name for pid, _, _, name in rows}
parents = [ppid for _, ppid, stat, _ in rows if stat[0] == "Z"]
for parent in sorted(sorted(set(parents), key=int), key=parents.count, reverse=True):
    print(f"{parents.count(parent)} {parent} {names.get(parent, '?')}")
if not parents:
    print("none")
