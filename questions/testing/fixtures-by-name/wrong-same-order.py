import inspect


def run(test, fixtures):
    values, open_ones = {}, []

    def needs(function):
        parameters = inspect.signature(function).parameters.values()
        return {p.name: value(p.name) for p in parameters if p.default is p.empty}

    def value(name):
        if name not in values:
            made = fixtures[name](**needs(fixtures[name]))
            if inspect.isgenerator(made):
                generator, made = made, next(made)
                open_ones.append(generator)
            values[name] = made
        return values[name]

    outcome = "error"
    try:
        given = needs(test)
        try:
            test(**given)
            outcome = "passed"
        except AssertionError:
            outcome = "failed"
    except Exception:
        pass
    for generator in open_ones:
        try:
            next(generator, None)
        except Exception:
            outcome = "error" if outcome == "passed" else outcome
    return outcome
