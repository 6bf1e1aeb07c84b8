def iou(a, b):
    width = max(0, min(a[2], b[2]) - max(a[0], b[0]))
    height = max(0, min(a[3], b[3]) - max(a[1], b[1]))
    both = width * height
    union = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - both
    return both / union if union else 0.0


def average_precision(found, truths, threshold=0.5):
    total = sum(map(len, truths.values()))
    if not total:
        return None
    left = {picture: list(boxes) for picture, boxes in truths.items()}
    hits, points = 0, []
    for n, (picture, _, box) in enumerate(sorted(found, key=lambda f: -f[1]), 1):
        boxes = left.get(picture, [])
        best = max(boxes, key=lambda truth: iou(box, truth), default=None)
        if best is not None and iou(box, best) >= threshold:
            hits += 1
            points.append(hits / n)
    area, best = 0.0, 0.0
    for precision in reversed(points):
        best = max(best, precision)
        area += best / total
    return area
