from itertools import islice


def page(rows, number, size):
    if number < 1:
        raise ValueError(number)
    ordered = sorted(rows, key=lambda row: row["id"], reverse=True)
    ordered.sort(key=lambda row: row["date"], reverse=True)
    return list(islice(ordered, (number - 1) * size, number * size))
