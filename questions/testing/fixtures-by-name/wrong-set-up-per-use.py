import inspect


def run(test, fixtures):
    open_ones = []

    def call(function):
        parameters = inspect.signature(function).parameters.values()
        return function(**{p.name: value(p.name) for p in parameters if p.default is p.empty})

    def value(name):
        made = call(fixtures[name])
        if inspect.isgenerator(made):
            generator, made = made, next(made)
            open_ones.append(generator)
        return made

    outcome = "passed"
    try:
        parameters = inspect.signature(test).parameters.values()
        given = {p.name: value(p.name) for p in parameters if p.default is p.empty}
        try:
            test(**given)
        except AssertionError:
            outcome = "failed"
    except Exception:
        outcome = "error"
    for generator in reversed(open_ones):
        try:
            next(generator, None)
        except Exception:
            outcome = "error" if outcome == "passed" else outcome
    return outcome
