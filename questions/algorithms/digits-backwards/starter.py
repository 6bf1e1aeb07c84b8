def backwards(n):
    """Return n with its digits reversed. 返回各位数字倒序后的整数。"""
