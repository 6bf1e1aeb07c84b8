def parts(file, n):
    """Return n pairs (start, end) that hold whole lines. 返回 n 个 (start, end)，每段都是完整的行。"""
