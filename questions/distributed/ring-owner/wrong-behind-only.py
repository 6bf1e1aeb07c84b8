from bisect import bisect_right
def owner(points, position):
    if not points:
        raise LookupError
    ring = sorted(points)
    return ring[bisect_right([p for p, _ in ring], position) % len(ring)][1]
