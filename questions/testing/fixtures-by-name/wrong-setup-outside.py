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
                open_ones.append(made)
                made = next(made)
            values[name] = made
        return values[name]

    try:
        given = needs(test)
    except Exception:
        return "error"
    outcome = "passed"
    try:
        test(**given)
    except AssertionError:
        outcome = "failed"
    except Exception:
        outcome = "error"
    try:
        for generator in reversed(open_ones):
            next(generator, None)
    except Exception:
        outcome = "error" if outcome == "passed" else outcome
    return outcome
