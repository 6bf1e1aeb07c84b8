class Route:
    def __init__(self, name, stops):
        self.name = name
        self.stops = stops

    def __eq__(self, other):
        return tuple(self.stops) == tuple(other.stops)

    def __hash__(self):
        return hash(tuple(self.stops))


def unique(routes):
    return list(dict.fromkeys(routes))
