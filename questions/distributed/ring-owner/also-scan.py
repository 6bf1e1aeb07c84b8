def owner(points, position):
    if not points:
        raise LookupError
    later = [p for p in points if p[0] >= position]
    return min(later or points)[1]
