def smooth(values, width):
    values = list(values)
    for end in range(1, len(values) + 1):
        window = values[max(0, end - width):end]
        yield sum(window) / len(window)
