class Field:
    def __init__(self, convert=str):
        self.convert = convert


class FormMeta(type):
    def __new__(meta, name, bases, body):
        known = set()
        for base in bases:
            for cls in base.__mro__:
                known |= vars(cls).get("own", {}).keys()
        own = {}
        for key, value in list(body.items()):
            if isinstance(value, Field) or (value is None and key in known):
                own[key] = body.pop(key)
        body["own"] = own
        cls = super().__new__(meta, name, bases, body)
        fields = {}
        for base in cls.__mro__[::-1]:
            fields.update(vars(base).get("own", {}))
            fields = {key: field for key, field in fields.items() if field is not None}
        cls.fields = fields
        return cls


class Form(metaclass=FormMeta):
    def __init__(self, data):
        self.data = data

    def values(self):
        return {name: field.convert(self.data[name]) for name, field in self.fields.items()}
