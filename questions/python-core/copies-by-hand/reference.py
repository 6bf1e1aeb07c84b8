def clone(value, memo=None):
    memo = {} if memo is None else memo
    if id(value) in memo:
        return memo[id(value)]
    if isinstance(value, list):
        result = memo[id(value)] = []
        result.extend(clone(item, memo) for item in value)
    elif isinstance(value, dict):
        result = memo[id(value)] = {}
        for key, item in value.items():
            result[key] = clone(item, memo)
    elif isinstance(value, set):
        result = memo[id(value)] = set(value)
    elif isinstance(value, tuple):
        items = [clone(item, memo) for item in value]
        if id(value) in memo:
            return memo[id(value)]
        same = all(new is old for new, old in zip(items, value))
        result = memo[id(value)] = value if same else tuple(items)
    else:
        result = value
    return result
