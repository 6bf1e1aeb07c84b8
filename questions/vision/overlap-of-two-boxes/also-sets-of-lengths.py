def iou(a, b):
    def length(low, high):
        return max(high - low, 0)

    common = length(max(a[0], b[0]), min(a[2], b[2])) * length(max(a[1], b[1]), min(a[3], b[3]))
    areas = [length(box[0], box[2]) * length(box[1], box[3]) for box in (a, b)]
    union = sum(areas) - common
    return 0.0 if union == 0 else common / union
