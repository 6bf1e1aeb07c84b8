def is_tree(n, edges):
    if n == 0 or len(edges) != n - 1:
        return False
    neighbours = [[] for _ in range(n)]
    for a, b in edges:
        neighbours[a].append(b)
        neighbours[b].append(a)
    seen = set()

    def visit(node):
        seen.add(node)
        for other in neighbours[node]:
            if other not in seen:
                visit(other)

    visit(0)
    return len(seen) == n
