def levels(tree):
    """Return the values level by level. 逐层返回各节点的值。"""
