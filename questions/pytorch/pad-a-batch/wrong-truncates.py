def collate(samples):
    shortest = min((len(tokens) for tokens, label in samples), default=0)
    return {"tokens": [tokens[:shortest] for tokens, label in samples], "mask": [[1] * shortest for _ in samples], "labels": [label for _, label in samples]}
