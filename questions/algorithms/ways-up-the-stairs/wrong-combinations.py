def ways(n, steps):
    found = [1] + [0] * n
    for step in steps:
        for stairs in range(step, n + 1):
            found[stairs] += found[stairs - step]
    return found[n]
