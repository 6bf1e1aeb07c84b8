class Vector:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Vector({self.x}, {self.y})"

    def __iter__(self):
        return iter([self.x, self.y])

    def __add__(self, other):
        x, y = other
        return Vector(self.x + x, self.y + y)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor)

    __rmul__ = __mul__

    def __eq__(self, other):
        return isinstance(other, Vector) and list(self) == list(other)
