from inspect import Parameter, signature


class Container:
    def __init__(self):
        self._factories, self._made = {}, {}

    def provide(self, kind, factory=None):
        self._factories[kind] = kind if factory is None else factory
        self._made = {}

    def get(self, kind):
        return self._get(kind, frozenset())

    def _get(self, kind, path):
        if kind in path:
            raise RuntimeError("circle")
        if kind not in self._made:
            if kind not in self._factories:
                raise KeyError(kind)
            factory = self._factories[kind]
            given = {}
            for p in signature(factory, eval_str=True).parameters.values():
                if p.default is Parameter.empty or p.annotation in self._factories:
                    given[p.name] = self._get(p.annotation, path | {kind})
            self._made[kind] = factory(**given)
        return self._made[kind]
