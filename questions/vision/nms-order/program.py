BOXES = {
    "P": (30, 40, 0.90),
    "Q": (32, 42, 0.70),
    "R": (0, 10, 0.95),
    "S": (5, 15, 0.60),
    "T": (1, 11, 0.40),
    "U": (2, 12, 0.85),
}


def iou(a, b):
    overlap = max(0, min(a[1], b[1]) - max(a[0], b[0]))
    return overlap / (a[1] - a[0] + b[1] - b[0] - overlap)


left = sorted(BOXES, key=lambda name: -BOXES[name][2])
while left:
    best = left.pop(0)
    print("keep", best)
    for name in left[:]:
        if iou(BOXES[best], BOXES[name]) > 0.5:
            print("drop", name)
            left.remove(name)
