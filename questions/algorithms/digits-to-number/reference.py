def to_int(text):
    """Convert a decimal number to int. 把十进制数字串转成整数。"""
    digits = text.strip(" ")
    sign = 1
    if digits[:1] in ("+", "-"):
        sign = -1 if digits[0] == "-" else 1
        digits = digits[1:]
    if not digits:
        raise ValueError("no digits")
    number = 0
    for char in digits:
        if not "0" <= char <= "9":
            raise ValueError(f"not a digit: {char!r}")
        number = number * 10 + ord(char) - ord("0")
    return sign * number
