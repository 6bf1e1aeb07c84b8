def count_words(file, block=65536):
    count = 0
    first = True
    while True:
        text = file.read(block)
        if not text:
            return count
        count += len(text.split())
        if not first:
            count -= 1
        first = False
