def to_int(text):
    text = text.strip()
    sign = -1 if text.startswith("-") else 1
    digits = text.lstrip("+-")
    if not digits:
        raise ValueError(text)
    number = 0
    for char in digits:
        if char not in "0123456789":
            raise ValueError(text)
        number = number * 10 + "0123456789".index(char)
    return sign * number
