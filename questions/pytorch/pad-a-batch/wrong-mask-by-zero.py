def collate(samples):
    longest = max((len(tokens) for tokens, label in samples), default=0)
    tokens = [list(t) + [0] * (longest - len(t)) for t, label in samples]
    return {"tokens": tokens, "mask": [[int(x != 0) for x in row] for row in tokens], "labels": [label for t, label in samples]}
