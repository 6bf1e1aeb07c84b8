def totals(sales):
    result = {}
    for day, amount in sales:
        result[day] = result.get(day, 0) + amount
    return dict(sorted(result.items(), key=lambda pair: pair[0]))
