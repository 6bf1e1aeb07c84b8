class Version(tuple):
    __slots__ = ()

    def __new__(cls, value):
        if isinstance(value, str):
            parts = value.split(".")
            if not all(part.isascii() and part.isdigit() for part in parts):
                raise ValueError(f"not a version: {value!r}")
            value = map(int, parts)
        return super().__new__(cls, value)

    def __getitem__(self, index):
        item = super().__getitem__(index)
        return type(self)(item) if isinstance(index, slice) else item

    def __str__(self):
        return ".".join(map(str, self))

    def __repr__(self):
        return f"{type(self).__name__}('{self}')"

    @property
    def major(self):
        return self._part(0)

    @property
    def minor(self):
        return self._part(1)

    @property
    def patch(self):
        return self._part(2)

    def _part(self, index):
        return self[index] if index < len(self) else 0
