from bisect import bisect_left

def owner(points, position):
    if not points:
        raise LookupError("the ring is empty")
    ring = sorted(points)
    places = [place for place, _ in ring]
    return ring[bisect_left(places, position) % len(ring)][1]
