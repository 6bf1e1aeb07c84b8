def count_words(file, block=65536):
    """Count the words of an open text file. 统计已打开的文本文件的单词数。"""
    count = 0
    inside = False
    while True:
        text = file.read(block)
        if not text:
            return count
        count += len(text.split())
        if inside and not text[0].isspace():
            count -= 1
        inside = not text[-1].isspace()
