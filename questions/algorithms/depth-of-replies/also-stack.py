def depth(comment):
    deepest = 0
    stack = [(comment, 1)]
    while stack:
        comment, level = stack.pop()
        deepest = max(deepest, level)
        stack.extend((answer, level + 1) for answer in comment)
    return deepest
