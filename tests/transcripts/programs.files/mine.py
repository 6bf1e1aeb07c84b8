def halve(numbers):
    return [n // 2 for n in numbers if n % 2 == 0]
