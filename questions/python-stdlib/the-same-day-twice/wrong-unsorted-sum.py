from collections import defaultdict


def totals(sales):
    result = defaultdict(int)
    for day, amount in sales:
        result[day] += amount
    return dict(result)
