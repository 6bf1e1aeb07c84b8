from itertools import zip_longest


def collate(samples):
    rows = [tokens for tokens, _ in samples]
    gap = object()
    padded = list(zip(*zip_longest(*rows, fillvalue=gap))) or [() for _ in rows]
    return {
        "tokens": [[0 if x is gap else x for x in row] for row in padded],
        "mask": [[0 if x is gap else 1 for x in row] for row in padded],
        "labels": [label for _, label in samples],
    }
