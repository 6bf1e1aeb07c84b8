class Field:
    def __init__(self, convert=str):
        self.convert = convert


class Form:
    fields = {}

    def __init__(self, data):
        self.data = data

    def values(self):
        return {name: field.convert(self.data[name]) for name, field in self.fields.items()}

    def __init_subclass__(cls):
        fields = {}
        for base in reversed(cls.__mro__[1:]):
            fields.update(getattr(base, "fields", {}))
        for name, value in list(vars(cls).items()):
            if isinstance(value, Field):
                fields[name] = value
                delattr(cls, name)
            elif value is None and name in fields:
                del fields[name]
                delattr(cls, name)
        cls.fields = fields
