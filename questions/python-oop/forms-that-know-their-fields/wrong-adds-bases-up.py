class Field:
    def __init__(self, convert=str):
        self.convert = convert


class FormMeta(type):
    def __new__(meta, name, bases, body):
        fields = {}
        for base in reversed(bases):
            fields.update(getattr(base, "fields", {}))
        for key, value in list(body.items()):
            if isinstance(value, Field):
                fields[key] = body.pop(key)
            elif value is None and key in fields:
                del fields[key], body[key]
        body["fields"] = fields
        return super().__new__(meta, name, bases, body)


class Form(metaclass=FormMeta):
    def __init__(self, data):
        self.data = data

    def values(self):
        return {name: field.convert(self.data[name]) for name, field in self.fields.items()}
