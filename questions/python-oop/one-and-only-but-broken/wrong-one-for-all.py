def single(cls):
    plain = cls.__init__

    def __new__(klass, *args, **kwargs):
        if not hasattr(klass, "_it"):
            klass._it = object.__new__(klass)
        return klass._it

    def __init__(self, *args, **kwargs):
        if not hasattr(self, "_ready"):
            self._ready = True
            plain(self, *args, **kwargs)

    cls.__new__, cls.__init__ = __new__, __init__
    return cls
