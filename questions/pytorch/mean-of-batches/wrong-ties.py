def evaluate(batches):
    total = hits = samples = 0
    for batch in batches:
        size = len(batch["labels"])
        samples += size
        total += batch["loss"] * size
        hits += sum(max(s) == s[l] for s, l in zip(batch["logits"], batch["labels"]))
    return (total / samples, hits / samples) if samples else (None, None)
