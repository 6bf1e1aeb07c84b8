def distinct(items, key=None):
    if key is None:
        return sorted(set(items), key=str)
    return sorted({key(item): item for item in items}.values(), key=str)
