def to_int(text):
    sign = 1
    if text[:1] == "-":
        sign, text = -1, text[1:]
    number = 0
    for char in text:
        number = number * 10 + ord(char) - ord("0")
    return sign * number
