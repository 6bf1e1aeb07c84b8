def mean_length(lines):
    total = count = 0
    for line in lines:
        length = len(line.rstrip("\n"))
        if length:
            total += length
            count += 1
    return total / count if count else 0
