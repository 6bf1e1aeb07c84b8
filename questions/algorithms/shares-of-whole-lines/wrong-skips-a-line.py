def parts(file, n):
    size = file.seek(0, 2)
    borders = [0]
    for k in range(1, n):
        file.seek(size * k // n)
        file.readline()
        borders.append(file.tell())
    borders.append(size)
    return list(zip(borders, borders[1:]))
