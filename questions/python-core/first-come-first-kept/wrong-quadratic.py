def distinct(items, key=None):
    result, keys = [], []
    for item in items:
        k = item if key is None else key(item)
        if k not in keys:
            keys.append(k)
            result.append(item)
    return result
