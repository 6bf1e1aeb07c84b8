class Route:
    def __init__(self, name, stops):
        self.name = name
        self.stops = tuple(stops)

    def __eq__(self, other):
        if not isinstance(other, Route):
            return NotImplemented
        return self.stops == other.stops

    def __hash__(self):
        return hash(self.stops)


def unique(routes):
    seen = set()
    result = []
    for route in routes:
        if route not in seen:
            seen.add(route)
            result.append(route)
    return result
