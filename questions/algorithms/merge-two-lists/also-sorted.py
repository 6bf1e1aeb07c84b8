def merge(a, b):
    return sorted(a + b)
