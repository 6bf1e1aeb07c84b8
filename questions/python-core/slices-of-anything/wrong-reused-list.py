def chunks(items, size):
    if size < 1:
        raise ValueError(size)
    chunk = []
    for item in items:
        chunk.append(item)
        if len(chunk) == size:
            yield chunk
            chunk.clear()
    if chunk:
        yield chunk
