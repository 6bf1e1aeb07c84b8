def backwards(n):
    result = 0
    while n != 0 and n != -1:
        result = result * 10 + n % 10
        n //= 10
    return result
