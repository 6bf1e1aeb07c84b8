def pair_with_sum(numbers, total):
    seen = set()
    for x in numbers:
        if total - x in seen:
            return total - x, x
        seen.add(x)
