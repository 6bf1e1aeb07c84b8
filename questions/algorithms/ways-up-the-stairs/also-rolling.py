def ways(n, steps):
    last = [1]
    longest = max(steps)
    for stairs in range(1, n + 1):
        last.append(sum(last[-step] for step in steps if step <= stairs and step <= len(last)))
        del last[:-longest]
    return last[-1]
