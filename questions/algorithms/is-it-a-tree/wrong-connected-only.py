def is_tree(n, edges):
    if n == 0:
        return False
    neighbours = [set() for _ in range(n)]
    for a, b in edges:
        neighbours[a].add(b)
        neighbours[b].add(a)
    seen, stack = {0}, [0]
    while stack:
        new = neighbours[stack.pop()] - seen
        seen |= new
        stack += new
    return len(seen) == n
