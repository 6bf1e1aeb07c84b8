def count_words(file, block=65536):
    count = 0
    rest = ""
    while True:
        text = file.read(block)
        if not text:
            return count
        words = (rest + text).split()
        if words and not text[-1].isspace():
            rest = words.pop()
        else:
            rest = ""
        count += len(words)
