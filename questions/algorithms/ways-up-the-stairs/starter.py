def ways(n, steps):
    """Count the ways up. 统计走法数。"""
    if n == 0:
        return 1
    if n < 0:
        return 0
    return sum(ways(n - step, steps) for step in steps)
