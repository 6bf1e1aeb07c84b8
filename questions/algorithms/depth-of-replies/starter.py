def depth(comment):
    """Return how many levels deep the discussion goes. 返回讨论一共有多少层。"""
    if not comment:
        return 1
    return 1 + max(depth(answer) for answer in comment)
