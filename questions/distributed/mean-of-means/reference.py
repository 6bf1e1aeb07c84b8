def overall(reports):
    requests = sum(count for count, _ in reports)
    if not requests:
        return None
    return sum(count * mean for count, mean in reports) / requests
