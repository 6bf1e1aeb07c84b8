class Settings:
    _instances = {}

    def __new__(cls, *args, **kwargs):
        if cls not in cls._instances:
            cls._instances[cls] = super().__new__(cls)
        return cls._instances[cls]

    def __init__(self, name="default"):
        self.name = name
        self.values = {}

    def __len__(self):
        return len(self.values)


class TestSettings(Settings):
    pass
