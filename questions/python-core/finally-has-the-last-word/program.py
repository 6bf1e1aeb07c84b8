def load(text):
    try:
        number = int(text)
    except ValueError:
        return -1
    else:
        print("good")
        return number
    finally:
        print("done")


def save(total, count):
    try:
        return total / count
    finally:
        return "saved"


print(load("7"))
print(load("seven"))
print(save(1, 0))
