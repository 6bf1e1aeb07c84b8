class Positive:
    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if not hasattr(self, "value"):
            raise AttributeError(self.name)
        return self.value

    def __set__(self, instance, value):
        if value <= 0:
            raise ValueError(self.name)
        self.value = value
