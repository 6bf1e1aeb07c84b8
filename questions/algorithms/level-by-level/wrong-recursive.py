def levels(tree):
    result = []

    def walk(node, depth):
        if node is None:
            return
        if depth == len(result):
            result.append([])
        value, left, right = node
        result[depth].append(value)
        walk(left, depth + 1)
        walk(right, depth + 1)

    walk(tree, 0)
    return result
