def evaluate(batches):
    batches = list(batches)
    if not batches:
        return None, None
    size = len(batches[0]["labels"])
    samples = size * len(batches)
    total = sum(batch["loss"] for batch in batches) * size
    hits = sum(scores.index(max(scores)) == label for batch in batches for scores, label in zip(batch["logits"], batch["labels"]))
    return total / samples, hits / samples
