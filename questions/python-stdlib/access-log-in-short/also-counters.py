import re
import sys
from collections import Counter

REQUEST = re.compile(r"\s*\S+\s+([^\s?]+)\S*\s+(\d+)\s+(\d+)\s*", re.ASCII)


def main():
    count, failed, longest, skipped = Counter(), Counter(), {}, 0
    for line in sys.stdin:
        found = REQUEST.fullmatch(line)
        if found:
            path = found[1]
            count[path] += 1
            if int(found[2]) // 100 == 5:
                failed[path] += 1
            longest[path] = max(int(found[3]), longest.get(path, 0))
        elif line.strip():
            skipped += 1
    for path in sorted(sorted(count), key=count.get, reverse=True):
        print("%s %d %.1f%% %d" % (path, count[path], 100 * failed[path] / count[path], longest[path]))
    if skipped:
        print(f"skipped: {skipped}")


main()
