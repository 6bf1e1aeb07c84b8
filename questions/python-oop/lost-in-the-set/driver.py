"""Runs in the cage beside the answer. Returns plain values; what they should be stays outside."""


def two_alike(answer):
    Route = answer.Route
    return [r.name for r in answer.unique([Route("a", ["x", "y"]), Route("b", ["x", "y"]), Route("c", ["y", "x"])])]


def the_list_of_the_caller(answer):
    stops = ["x", "y"]
    route = answer.Route("a", stops)
    kept = {route}
    stops.append("z")
    return route in kept
