def merge(a, b):
    result = []
    while a and b:
        result.append(b.pop(0) if b[0] < a[0] else a.pop(0))
    return result + a + b
