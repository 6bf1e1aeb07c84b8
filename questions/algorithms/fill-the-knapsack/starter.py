def best_value(items, capacity):
    """Return the largest value that fits.

    返回装得下的最大总价值。
    """
