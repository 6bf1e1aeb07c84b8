class Version(tuple):
    __slots__ = ()

    def __init__(self, text):
        self = tuple(int(part) for part in text.split("."))

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
