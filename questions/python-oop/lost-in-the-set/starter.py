class Route:
    def __init__(self, name, stops):
        self.name = name
        self.stops = stops

    def __eq__(self, other):
        return self.stops == other.stops


def unique(routes):
    seen = set()
    result = []
    for route in routes:
        if route not in seen:
            seen.add(route)
            result.append(route)
    return result
