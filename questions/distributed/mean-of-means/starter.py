def overall(reports):
    means = [mean for count, mean in reports]
    if not means:
        return None
    return sum(means) / len(means)
