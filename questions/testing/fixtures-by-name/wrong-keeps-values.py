import inspect

values = {}


def run(test, fixtures):
    open_ones = []

    def call(function):
        return function(**{name: value(name) for name in inspect.signature(function).parameters})

    def value(name):
        key = name, fixtures[name]
        if key not in values:
            made = call(fixtures[name])
            if inspect.isgenerator(made):
                generator, made = made, next(made)
                open_ones.append(generator)
            values[key] = made
        return values[key]

    outcome = "passed"
    try:
        given = {name: value(name) for name in inspect.signature(test).parameters}
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
