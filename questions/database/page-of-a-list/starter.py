def page(rows, number, size):
    """Return one page of the sorted rows. 返回排序后的一页。"""
    start = number * size
    return sorted(rows[start:start + size + 1], key=lambda row: row["date"], reverse=True)
