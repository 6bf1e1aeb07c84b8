def frequent(read, k):
    """Return the sorted items that make up more than 1/k of what read() yields. 返回占比超过 1/k 的元素。"""
