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
        for name, value in list(vars(cls).items()):
            if isinstance(value, Field):
                cls.fields[name] = value
                delattr(cls, name)
            elif value is None and name in cls.fields:
                del cls.fields[name]
                delattr(cls, name)
