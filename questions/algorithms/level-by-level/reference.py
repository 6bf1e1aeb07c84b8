def levels(tree):
    """Return the values level by level. 逐层返回各节点的值。"""
    result = []
    current = [tree] if tree is not None else []
    while current:
        result.append([value for value, left, right in current])
        current = [child for value, *children in current for child in children if child is not None]
    return result
