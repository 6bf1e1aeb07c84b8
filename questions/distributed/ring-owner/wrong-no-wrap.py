def owner(points, position):
    for place, name in sorted(points):
        if place >= position:
            return name
    raise LookupError
