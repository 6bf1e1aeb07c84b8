def halve(numbers):
    return []
