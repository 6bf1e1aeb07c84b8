import inspect


class Container:
    def __init__(self):
        self.factories = {}
        self.made = {}
        self.being_made = []

    def provide(self, kind, factory=None):
        self.factories[kind] = factory or kind
        self.made.pop(kind, None)

    def get(self, kind):
        if kind in self.made:
            return self.made[kind]
        if kind not in self.factories:
            raise LookupError(kind)
        if kind in self.being_made:
            raise RuntimeError(f"{kind} needs itself")
        self.being_made.append(kind)
        try:
            self.made[kind] = self.make(self.factories[kind])
        finally:
            self.being_made.pop()
        return self.made[kind]

    def make(self, factory):
        arguments = {}
        for name, parameter in inspect.signature(factory).parameters.items():
            kind = parameter.annotation
            if parameter.default is parameter.empty or kind in self.factories:
                arguments[name] = self.get(kind)
        return factory(**arguments)
