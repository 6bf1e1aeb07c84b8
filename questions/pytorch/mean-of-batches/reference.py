def evaluate(batches):
    """Return (mean loss, accuracy). 返回（平均损失, 准确率）。"""
    total = hits = samples = 0
    for batch in batches:
        size = len(batch["labels"])
        samples += size
        total += batch["loss"] * size
        for scores, label in zip(batch["logits"], batch["labels"]):
            hits += scores.index(max(scores)) == label
    if samples == 0:
        return None, None
    return total / samples, hits / samples
