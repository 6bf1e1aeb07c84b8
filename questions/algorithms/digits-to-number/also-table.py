def to_int(text):
    text = text.strip()
    sign, digits = (text[0], text[1:]) if text and text[0] in "+-" else ("+", text)
    values = dict(zip("0123456789", range(10)))
    if not digits or not set(digits) <= set(values):
        raise ValueError(text)
    number = 0
    for char in digits:
        number = number * 10 + values[char]
    return -number if sign == "-" else number
