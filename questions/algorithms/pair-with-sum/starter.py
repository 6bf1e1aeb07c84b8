def pair_with_sum(numbers, total):
    """Return positions (i, j) of two numbers that add up to total, or None.

    返回和为 total 的两个数的下标 (i, j)，没有则返回 None。
    """
