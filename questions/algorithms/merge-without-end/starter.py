def merge(*streams):
    """Yield the items of sorted streams in order. 按顺序产出多个有序流的元素。"""
