class Version(tuple):
    __slots__ = ()

    def __new__(cls, value):
        if isinstance(value, str):
            parts = value.split(".")
            if not all(p.isascii() and p.isdigit() for p in parts):
                raise ValueError(value)
            value = map(int, parts)
        return tuple.__new__(Version, value)

    def __getitem__(self, index):
        item = super().__getitem__(index)
        return Version(item) if isinstance(index, slice) else item

    def __str__(self):
        return ".".join(map(str, self))

    def __repr__(self):
        return f"Version('{self}')"

    major = property(lambda self: self[0])
    minor = property(lambda self: self[1] if len(self) > 1 else 0)
    patch = property(lambda self: self[2] if len(self) > 2 else 0)
