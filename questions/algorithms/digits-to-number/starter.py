def to_int(text):
    """Convert a decimal number to int. 把十进制数字串转成整数。"""
    number = 0
    for char in text:
        number = number * 10 + ord(char) - ord("0")
    return number
