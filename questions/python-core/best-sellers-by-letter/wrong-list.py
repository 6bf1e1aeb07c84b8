def ranking(sold):
    return sorted(sold.items(), key=lambda pair: (-pair[1], pair[0]))
