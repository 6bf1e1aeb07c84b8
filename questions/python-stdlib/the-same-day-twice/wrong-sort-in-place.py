from itertools import groupby


def totals(sales):
    sales.sort()
    result = {}
    for day, group in groupby(sales, key=lambda sale: sale[0]):
        result[day] = sum(amount for _, amount in group)
    return result
