import tracemalloc


def peak(function, *args, **kwargs):
    """Return (result, highest number of bytes above the beginning). 返回 (结果, 最多比开始时高出的字节数)。"""
