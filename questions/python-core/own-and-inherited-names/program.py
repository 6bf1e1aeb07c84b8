class Base:
    colour = "red"


class Box(Base):
    def __init__(self):
        self.size = 1

    def __getattr__(self, name):
        if name == "ghost":
            return "boo"
        raise AttributeError(name)


box = Box()
print(vars(box))
print("colour" in vars(box), "colour" in dir(box))
print("__eq__" in vars(Box), "__eq__" in dir(Box))
print(box.ghost, "ghost" in dir(box))
print("mro" in dir(Box), hasattr(Box, "mro"))
print(type(vars(Box)).__name__)
