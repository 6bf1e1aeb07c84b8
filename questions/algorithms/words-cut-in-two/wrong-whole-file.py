def count_words(file, block=65536):
    return len(file.read().split())
