def count_words(file, block=65536):
    count = 0
    before = " "
    while text := file.read(block):
        for char in text:
            count += before.isspace() and not char.isspace()
            before = char
    return count
