def line_start(file, position, size):
    if position == 0:
        return 0
    position -= 1
    file.seek(position)
    while block := file.read(4096):
        found = block.find(b"\n")
        if found >= 0:
            return position + found + 1
        position += len(block)
    return size


def parts(file, n):
    file.seek(0, 2)
    size = file.tell()
    starts = [line_start(file, size * k // n, size) for k in range(n)]
    return [(start, end) for start, end in zip(starts, starts[1:] + [size])]
