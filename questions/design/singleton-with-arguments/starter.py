class Settings:
    _instance = None

    def __new__(cls, *args, **kwargs):
        if not cls._instance:
            cls._instance = super().__new__(cls, *args, **kwargs)
        return cls._instance

    def __init__(self, name="default"):
        self.name = name
        self.values = {}

    def __len__(self):
        return len(self.values)


class TestSettings(Settings):
    pass
