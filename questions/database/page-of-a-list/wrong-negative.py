def page(rows, number, size):
    ordered = sorted(rows, key=lambda row: (row["date"], row["id"]), reverse=True)
    start = (number - 1) * size
    return ordered[start:start + size]
