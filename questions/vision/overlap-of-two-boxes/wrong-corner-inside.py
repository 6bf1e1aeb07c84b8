def iou(a, b):
    if not (a[0] <= b[0] <= a[2] and a[1] <= b[1] <= a[3]):
        return 0.0
    common = (min(a[2], b[2]) - b[0]) * (min(a[3], b[3]) - b[1])
    union = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - common
    return common / union if union else 0.0
