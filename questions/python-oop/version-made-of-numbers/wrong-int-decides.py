class Version(tuple):
    __slots__ = ()

    def __new__(cls, value):
        if isinstance(value, str):
            value = value.split(".")
        return super().__new__(cls, (int(part) for part in value))

    def __getitem__(self, index):
        item = super().__getitem__(index)
        return type(self)(item) if isinstance(index, slice) else item

    def __str__(self):
        return ".".join(map(str, self))

    def __repr__(self):
        return f"Version('{self}')"

    major = property(lambda self: self[0])
    minor = property(lambda self: self[1] if len(self) > 1 else 0)
    patch = property(lambda self: self[2] if len(self) > 2 else 0)
