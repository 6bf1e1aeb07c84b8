class Field:
    def __init__(self, convert=str):
        self.convert = convert


class Form:
    fields = {}
    _declared = {}

    def __init__(self, data):
        self.data = data

    def values(self):
        return {name: field.convert(self.data[name]) for name, field in self.fields.items()}

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        inherited = {name for base in cls.__mro__[1:] for name in base.__dict__.get("_declared", ())}
        cls._declared = {
            name: value
            for name, value in cls.__dict__.items()
            if isinstance(value, Field) or value is None and name in inherited
        }
        for name in cls._declared:
            delattr(cls, name)
        cls.fields = {}
        for base in reversed(cls.__mro__):
            for name, field in base.__dict__.get("_declared", {}).items():
                if field is None:
                    cls.fields.pop(name, None)
                else:
                    cls.fields[name] = field
