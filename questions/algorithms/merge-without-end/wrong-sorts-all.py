def merge(*streams):
    yield from sorted(item for stream in streams for item in stream)
