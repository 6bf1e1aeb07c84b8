def pair_with_sum(numbers, total):
    place = {x: i for i, x in enumerate(numbers)}
    for i, x in enumerate(numbers):
        j = place.get(total - x)
        if j is not None and j > i:
            return i, j
    return None
