class Version(tuple):
    __slots__ = ()

    def __new__(cls, text):
        parts = text.split(".")
        if not all(p.isascii() and p.isdigit() for p in parts):
            raise ValueError(text)
        return super().__new__(cls, map(int, parts))

    def __getitem__(self, index):
        item = super().__getitem__(index)
        return type(self)(".".join(map(str, item))) if isinstance(index, slice) else item

    def __str__(self):
        return ".".join(map(str, self))

    def __repr__(self):
        return f"Version('{self}')"

    @property
    def major(self):
        return self[0]

    @property
    def minor(self):
        return self[1] if len(self) > 1 else 0

    @property
    def patch(self):
        return self[2] if len(self) > 2 else 0
