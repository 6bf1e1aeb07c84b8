class replaced:
    def __init__(self, obj, name, value):
        self.obj, self.name, self.value = obj, name, value

    def __enter__(self):
        self.old = getattr(self.obj, self.name, None)
        setattr(self.obj, self.name, self.value)
        return self.old

    def __exit__(self, *error):
        if self.old is None:
            delattr(self.obj, self.name)
        else:
            setattr(self.obj, self.name, self.old)
