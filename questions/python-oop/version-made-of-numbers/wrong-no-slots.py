class Version(tuple):
    def __new__(cls, value):
        if isinstance(value, str):
            parts = value.split(".")
            if not all(p.isascii() and p.isdigit() for p in parts):
                raise ValueError(value)
            value = [int(p) for p in parts]
        self = super().__new__(cls, value)
        self.major, self.minor, self.patch = (tuple(self) + (0, 0, 0))[:3]
        return self

    def __str__(self):
        return ".".join(map(str, self))

    def __repr__(self):
        return f"Version('{self}')"
