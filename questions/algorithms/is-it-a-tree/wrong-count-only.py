def is_tree(n, edges):
    return n > 0 and len(edges) == n - 1
