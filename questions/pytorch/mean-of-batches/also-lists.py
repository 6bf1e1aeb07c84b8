def evaluate(batches):
    losses, hits = [], []
    for batch in batches:
        losses += [batch["loss"]] * len(batch["labels"])
        hits += [max(range(len(s)), key=s.__getitem__) == label for s, label in zip(batch["logits"], batch["labels"])]
    if not hits:
        return None, None
    return sum(losses) / len(losses), sum(hits) / len(hits)
