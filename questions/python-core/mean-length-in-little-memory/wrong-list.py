def mean_length(lines):
    lengths = [line for line in (line.rstrip("\n") for line in list(lines)) if line]
    return sum(map(len, lengths)) / len(lengths) if lengths else 0
