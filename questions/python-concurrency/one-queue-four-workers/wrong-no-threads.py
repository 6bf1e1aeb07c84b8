def process(work, items, workers):
    return [work(item) for item in items]
