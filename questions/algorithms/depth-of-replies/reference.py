def depth(comment):
    """Return how many levels deep the discussion goes. 返回讨论一共有多少层。"""
    level = [comment]
    count = 0
    while level:
        count += 1
        level = [answer for comment in level for answer in comment]
    return count
