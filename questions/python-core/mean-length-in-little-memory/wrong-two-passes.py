def mean_length(lines):
    count = sum(1 for line in lines if line.rstrip("\n"))
    total = sum(len(line.rstrip("\n")) for line in lines)
    return total / count if count else 0
