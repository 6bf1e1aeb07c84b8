class Settings:
    _instance = None

    def __new__(cls, name="default"):
        if not cls._instance:
            cls._instance = super().__new__(cls)
            cls._instance.name = name
            cls._instance.values = {}
        return cls._instance

    def __init__(self, name="default"):
        pass

    def __len__(self):
        return len(self.values)


class TestSettings(Settings):
    pass
