import inspect


def run(test, fixtures):
    values, open_ones, under_way = {}, [], set()

    def arguments(function):
        parameters = inspect.signature(function).parameters.values()
        return {p.name: value(p.name) for p in parameters if p.default is p.empty}

    def value(name):
        if name not in values:
            if name in under_way:
                raise RecursionError(f"{name} needs itself")
            under_way.add(name)
            fixture = fixtures[name]
            made = fixture(**arguments(fixture))
            if inspect.isgeneratorfunction(fixture):
                generator, made = made, next(made)
                open_ones.append(generator)
            values[name] = made
        return values[name]

    outcome = "error"
    try:
        given = arguments(test)
        try:
            test(**given)
            outcome = "passed"
        except AssertionError:
            outcome = "failed"
    except Exception:
        pass
    for generator in reversed(open_ones):
        try:
            next(generator, None)
        except Exception:
            if outcome == "passed":
                outcome = "error"
    return outcome
