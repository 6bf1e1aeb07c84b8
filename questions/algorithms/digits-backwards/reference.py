def backwards(n):
    """Return n with its digits reversed. 返回各位数字倒序后的整数。"""
    digits = int(str(abs(n))[::-1])
    return -digits if n < 0 else digits
