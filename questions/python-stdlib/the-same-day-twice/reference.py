from itertools import groupby


def totals(sales):
    result = {}
    by_day = lambda sale: sale[0]
    for day, group in groupby(sorted(sales, key=by_day), key=by_day):
        result[day] = sum(amount for _, amount in group)
    return result
