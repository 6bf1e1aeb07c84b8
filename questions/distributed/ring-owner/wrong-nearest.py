def owner(points, position):
    if not points:
        raise LookupError
    return min(points, key=lambda p: abs(p[0] - position))[1]
