def is_tree(n, edges):
    parent = list(range(n))

    def root(x):
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    pieces = n
    for a, b in edges:
        a, b = root(a), root(b)
        if a == b:
            return False
        parent[a] = b
        pieces -= 1
    return pieces == 1
