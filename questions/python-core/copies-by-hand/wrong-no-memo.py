def clone(value):
    if isinstance(value, list):
        return [clone(item) for item in value]
    if isinstance(value, dict):
        return {key: clone(item) for key, item in value.items()}
    if isinstance(value, set):
        return set(value)
    if isinstance(value, tuple):
        items = tuple(clone(item) for item in value)
        return value if all(a is b for a, b in zip(items, value)) else items
    return value
