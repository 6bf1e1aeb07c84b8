import inspect
from contextlib import ExitStack, contextmanager


def run(test, fixtures):
    values = {}

    def needs(function, stack):
        parameters = inspect.signature(function).parameters.values()
        return {p.name: value(p.name, stack) for p in parameters if p.default is p.empty}

    def value(name, stack):
        if name not in values:
            fixture = fixtures[name]
            given = needs(fixture, stack)
            if inspect.isgeneratorfunction(fixture):
                values[name] = stack.enter_context(contextmanager(fixture)(**given))
            else:
                values[name] = fixture(**given)
        return values[name]

    ready = False
    try:
        with ExitStack() as stack:
            given = needs(test, stack)
            ready = True
            test(**given)
    except AssertionError:
        return "failed" if ready else "error"
    except Exception:
        return "error"
    return "passed"
