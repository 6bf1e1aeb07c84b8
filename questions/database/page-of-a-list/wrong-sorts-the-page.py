def page(rows, number, size):
    if number < 1:
        raise ValueError(number)
    start = (number - 1) * size
    return sorted(rows[start:start + size], key=lambda row: (row["date"], row["id"]), reverse=True)
