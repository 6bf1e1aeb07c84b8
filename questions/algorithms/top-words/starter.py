def top_words(lines, k):
    """Return the k most frequent words with their counts. 返回出现最多的 k 个词及次数。"""
