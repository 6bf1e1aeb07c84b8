def collate(samples):
    longest = max((len(tokens) for tokens, label in samples), default=0)
    mask = [[1] * len(tokens) + [0] * (longest - len(tokens)) for tokens, label in samples]
    for tokens, label in samples:
        tokens += [0] * (longest - len(tokens))
    return {"tokens": [tokens for tokens, label in samples], "mask": mask, "labels": [label for tokens, label in samples]}
