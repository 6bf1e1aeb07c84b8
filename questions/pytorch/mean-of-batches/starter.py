def evaluate(batches):
    """Return (mean loss, accuracy). 返回（平均损失, 准确率）。"""
    losses = []
    accuracies = []
    for batch in batches:
        losses.append(batch["loss"])
        hits = 0
        for scores, label in zip(batch["logits"], batch["labels"]):
            if max(scores) == scores[label]:
                hits += 1
        accuracies.append(hits / len(batch["labels"]))
    return sum(losses) / len(losses), sum(accuracies) / len(accuracies)
