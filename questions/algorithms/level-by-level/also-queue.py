from collections import deque


def levels(tree):
    result = []
    queue = deque([(tree, 0)])
    while queue:
        node, depth = queue.popleft()
        if node is None:
            continue
        value, left, right = node
        if depth == len(result):
            result.append([])
        result[depth].append(value)
        queue.append((left, depth + 1))
        queue.append((right, depth + 1))
    return result
