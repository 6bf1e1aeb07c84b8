def to_int(text):
    text = text.strip()
    sign = 1
    if text and text[0] in "+-":
        sign = -1 if text[0] == "-" else 1
        text = text[1:]
    if not text.isdigit():
        raise ValueError(text)
    number = 0
    for char in text:
        number = number * 10 + ord(char) - ord("0")
    return sign * number
