def parts(file, n):
    size = file.seek(0, 2)
    return [(size * k // n, size * (k + 1) // n) for k in range(n)]
