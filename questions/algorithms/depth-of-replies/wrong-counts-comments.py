def depth(comment):
    stack = [comment]
    count = 0
    while stack:
        count += 1
        stack.extend(stack.pop())
    return count
