def parts(file, n):
    size = file.seek(0, 2)
    step = size // n
    result, start = [], 0
    for _ in range(n - 1):
        file.seek(max(0, min(size, start + step) - 1))
        file.readline()
        end = file.tell()
        result.append((start, end))
        start = end
    result.append((start, size))
    return result
