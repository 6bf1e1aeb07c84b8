def is_tree(n, edges):
    """Tell whether the graph is a tree. 判断图是否为树。"""
    if n == 0 or len(edges) != n - 1:
        return False
    neighbours = [[] for _ in range(n)]
    for a, b in edges:
        neighbours[a].append(b)
        neighbours[b].append(a)
    seen = {0}
    stack = [0]
    while stack:
        for other in neighbours[stack.pop()]:
            if other not in seen:
                seen.add(other)
                stack.append(other)
    return len(seen) == n
