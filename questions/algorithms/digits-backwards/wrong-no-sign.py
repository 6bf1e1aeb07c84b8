def backwards(n):
    return int(str(n)[::-1])
