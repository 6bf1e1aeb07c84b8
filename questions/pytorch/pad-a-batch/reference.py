def collate(samples):
    """Make one batch of samples of different lengths. 把长短不一的样本拼成一个 batch。"""
    longest = max((len(tokens) for tokens, label in samples), default=0)
    return {
        "tokens": [list(tokens) + [0] * (longest - len(tokens)) for tokens, label in samples],
        "mask": [[1] * len(tokens) + [0] * (longest - len(tokens)) for tokens, label in samples],
        "labels": [label for tokens, label in samples],
    }
