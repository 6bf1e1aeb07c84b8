def levels(tree):
    result = []
    stack = [(tree, 0)]
    while stack:
        node, depth = stack.pop()
        if node is None:
            continue
        value, left, right = node
        while len(result) <= depth:
            result.append([])
        result[depth].append(value)
        stack.append((left, depth + 1))
        stack.append((right, depth + 1))
    return result
