known = {0: 1}


def ways(n, steps):
    if n < 0:
        return 0
    for stairs in range(1, n + 1):
        if stairs not in known:
            known[stairs] = sum(known[stairs - step] for step in steps if step <= stairs)
    return known[n]
