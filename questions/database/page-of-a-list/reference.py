def page(rows, number, size):
    """Return one page of the sorted rows. 返回排序后的一页。"""
    if number < 1:
        raise ValueError("pages are counted from 1")
    ordered = sorted(rows, key=lambda row: (row["date"], row["id"]), reverse=True)
    start = (number - 1) * size
    return ordered[start:start + size]
