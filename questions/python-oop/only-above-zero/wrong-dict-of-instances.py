class Positive:
    def __init__(self):
        self.values = {}

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if instance not in self.values:
            raise AttributeError(self.name)
        return self.values[instance]

    def __set__(self, instance, value):
        if value <= 0:
            raise ValueError(self.name)
        self.values[instance] = value
