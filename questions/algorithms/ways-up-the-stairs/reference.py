def ways(n, steps):
    """Count the ways up. 统计走法数。"""
    found = [1] + [0] * n
    for stairs in range(1, n + 1):
        found[stairs] = sum(found[stairs - step] for step in steps if step <= stairs)
    return found[n]
