def chunks(items, size):
    if size < 1:
        raise ValueError(size)
    items = list(items)
    for start in range(0, len(items), size):
        yield items[start:start + size]
