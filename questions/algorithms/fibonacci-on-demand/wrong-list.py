def fibonacci(a=0, b=1):
    numbers = [a, b]
    while len(numbers) < 1000:
        numbers.append(numbers[-1] + numbers[-2])
    return iter(numbers)
