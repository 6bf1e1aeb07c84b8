def parts(file, n):
    size = file.seek(0, 2)
    borders = [0]
    for k in range(1, n):
        position = size * k // n
        if position > 0:
            file.seek(position - 1)
            file.readline()
            position = file.tell()
        borders.append(position)
    borders.append(size)
    return list(zip(borders, borders[1:]))
