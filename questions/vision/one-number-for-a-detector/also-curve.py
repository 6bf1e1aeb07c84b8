def overlap(a, b):
    w = min(a[2], b[2]) - max(a[0], b[0])
    h = min(a[3], b[3]) - max(a[1], b[1])
    if w <= 0 or h <= 0:
        return 0.0
    area = lambda r: (r[2] - r[0]) * (r[3] - r[1])
    return w * h / (area(a) + area(b) - w * h)


def average_precision(found, truths, threshold=0.5):
    total = sum(len(boxes) for boxes in truths.values())
    if total == 0:
        return None
    taken = set()
    recall, precision = [0.0], [0.0]
    hits = 0
    for rank, i in enumerate(sorted(range(len(found)), key=lambda i: found[i][1], reverse=True), 1):
        picture, _, box = found[i]
        best, best_iou = None, threshold
        for j, truth in enumerate(truths.get(picture, ())):
            value = overlap(box, truth)
            if (picture, j) not in taken and value >= best_iou:
                best, best_iou = (picture, j), value
        if best:
            taken.add(best)
            hits += 1
        recall.append(hits / total)
        precision.append(hits / rank)
    for i in range(len(precision) - 1, 0, -1):
        precision[i - 1] = max(precision[i - 1], precision[i])
    return sum((recall[i] - recall[i - 1]) * precision[i] for i in range(1, len(recall)))
