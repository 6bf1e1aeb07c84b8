def backwards(n):
    text = str(abs(n))[::-1]
    return ("-" if n < 0 else "") + text
