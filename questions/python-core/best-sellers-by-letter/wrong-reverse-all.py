def ranking(sold):
    return dict(sorted(sold.items(), key=lambda pair: (pair[1], pair[0]), reverse=True))
