import inspect


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
        cls.fields = dict(inspect.getmembers(cls, lambda member: isinstance(member, Field)))
