def chunks(items, size):
    if size < 1:
        raise ValueError(size)
    for start in range(0, len(items), size):
        yield list(items[start:start + size])
