def distinct(items, key=None):
    seen = {}
    for item in items:
        seen.setdefault(item if key is None else key(item), item)
    return list(seen.values())
