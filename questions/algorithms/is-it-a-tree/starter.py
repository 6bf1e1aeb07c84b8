def is_tree(n, edges):
    """Tell whether the graph is a tree. 判断图是否为树。"""
