import inspect
import typing


class Container:
    factories = {}
    made = {}
    being_made = []

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
        hints = typing.get_type_hints(factory.__init__ if inspect.isclass(factory) else factory)
        arguments = {}
        for name, parameter in inspect.signature(factory).parameters.items():
            kind = hints.get(name)
            if parameter.default is parameter.empty or kind in self.factories:
                arguments[name] = self.get(kind)
        return factory(**arguments)
