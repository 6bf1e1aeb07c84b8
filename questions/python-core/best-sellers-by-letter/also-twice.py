def ranking(sold):
    pairs = sorted(sold.items())
    pairs.sort(key=lambda pair: pair[1], reverse=True)
    return dict(pairs)
