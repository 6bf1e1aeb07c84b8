def evaluate(batches):
    total = samples = 0
    accuracies = []
    for batch in batches:
        size = len(batch["labels"])
        samples += size
        total += batch["loss"] * size
        hits = sum(scores.index(max(scores)) == label for scores, label in zip(batch["logits"], batch["labels"]))
        accuracies.append(hits / size)
    if not samples:
        return None, None
    return total / samples, sum(accuracies) / len(accuracies)
