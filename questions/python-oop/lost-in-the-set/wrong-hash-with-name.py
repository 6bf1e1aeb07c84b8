class Route:
    def __init__(self, name, stops):
        self.name = name
        self.stops = tuple(stops)

    def __eq__(self, other):
        return isinstance(other, Route) and self.stops == other.stops

    def __hash__(self):
        return hash((self.name, self.stops))


def unique(routes):
    return list(dict.fromkeys(routes))
