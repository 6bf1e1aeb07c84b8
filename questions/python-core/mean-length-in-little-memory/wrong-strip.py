def mean_length(lines):
    total = count = 0
    for line in lines:
        line = line.strip()
        if line:
            total += len(line)
            count += 1
    return total / count if count else 0
