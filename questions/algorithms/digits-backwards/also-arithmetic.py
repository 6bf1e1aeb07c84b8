def backwards(n):
    sign, n = (-1, -n) if n < 0 else (1, n)
    result = 0
    while n:
        n, digit = divmod(n, 10)
        result = result * 10 + digit
    return sign * result
