from bisect import bisect_left


def parts(file, n):
    file.seek(0)
    starts = [0]
    while file.readline():
        starts.append(file.tell())
    size = starts[-1]
    borders = [starts[bisect_left(starts, size * k // n)] for k in range(n)] + [size]
    return list(zip(borders, borders[1:]))
