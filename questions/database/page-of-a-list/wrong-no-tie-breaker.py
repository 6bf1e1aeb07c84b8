def page(rows, number, size):
    if number < 1:
        raise ValueError(number)
    ordered = sorted(rows, key=lambda row: row["date"], reverse=True)
    return ordered[(number - 1) * size:number * size]
