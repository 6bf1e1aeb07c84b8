class Settings:
    _instances = {}

    def __new__(cls, name="default"):
        self = cls._instances.get(cls)
        if self is None:
            self = super().__new__(cls)
            self.name = name
            self.values = {}
            cls._instances[cls] = self
        return self

    def __init__(self, name="default"):
        pass

    def __len__(self):
        return len(self.values)


class TestSettings(Settings):
    pass
