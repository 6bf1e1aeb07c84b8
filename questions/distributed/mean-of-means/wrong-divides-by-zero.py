def overall(reports):
    return sum(c * m for c, m in reports) / sum(c for c, m in reports)
