def clone(value, memo=None):
    memo = {} if memo is None else memo
    if id(value) in memo:
        return memo[id(value)]
    if isinstance(value, (list, tuple)):
        result = type(value)(clone(item, memo) for item in value)
    elif isinstance(value, dict):
        result = {key: clone(item, memo) for key, item in value.items()}
    elif isinstance(value, set):
        result = set(value)
    else:
        result = value
    memo[id(value)] = result
    return result
