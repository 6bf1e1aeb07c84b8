from contextlib import ExitStack
from inspect import Parameter, isgeneratorfunction, signature


class Run:
    def __init__(self, fixtures, stack):
        self.fixtures, self.stack, self.values = fixtures, stack, {}

    def needs(self, function, path=()):
        names = [n for n, p in signature(function).parameters.items() if p.default is Parameter.empty]
        return [self.get(name, path) for name in names]

    def get(self, name, path):
        if name in path:
            raise LookupError(" -> ".join((*path, name)))
        if name not in self.values:
            self.values[name] = self.make(self.fixtures[name], (*path, name))
        return self.values[name]

    def make(self, fixture, path):
        result = fixture(*self.needs(fixture, path))
        if not isgeneratorfunction(fixture):
            return result
        value = next(result)
        self.stack.callback(next, result, None)
        return value


def run(test, fixtures):
    outcome = "error"
    try:
        with ExitStack() as stack:
            try:
                given = Run(fixtures, stack).needs(test)
            except Exception:
                return outcome
            try:
                test(*given)
                outcome = "passed"
            except AssertionError:
                outcome = "failed"
            except Exception:
                pass
    except Exception:
        return "error" if outcome == "passed" else outcome
    return outcome
