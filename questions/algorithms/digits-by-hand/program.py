def to_int(text):
    total = 0
    for character in text:
        total = total * 10 + ord(character) - ord("0")
    return total


def turned(number):
    sign, number, result = (-1 if number < 0 else 1), abs(number), 0
    while number:
        number, digit = divmod(number, 10)
        result = result * 10 + digit
    return sign * result


print(to_int("120"))
print(to_int("-12"))
print(to_int(""))
print(turned(-120))
print(-12 // 10, -12 % 10)
