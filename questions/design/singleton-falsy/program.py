class Registry:
    _instance = None

    def __new__(cls, *names):
        if not cls._instance:
            cls._instance = super().__new__(cls)
        return cls._instance

    def __init__(self, *names):
        self.names = list(names)

    def __len__(self):
        return len(self.names)


a = Registry("x")
b = Registry()
print(a is b, a.names)
c = Registry("y")
print(a is c, a.names, c.names)
