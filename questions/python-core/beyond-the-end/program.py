def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__)


def first_letter(text):
    text[0] = "J"
    return text


word = "python"
print(word[2:100])
print(word[-100:2])
print(repr(word[9:]))

row = [1, 2, 3]
row[10:] = [4]
print(row)

attempt(lambda: row[10])
attempt(lambda: row[::0])
attempt(lambda: first_letter(word))
