def levels(tree):
    result = []
    current = [tree]
    while current:
        result.append([node[0] for node in current])
        current = [child for node in current for child in node[1:] if child]
    return result
