def ranking(sold):
    order = sorted(sold, key=lambda pair: pair[1], reverse=True)
    return {article: sold[article] for article in order}
