def single(cls):
    plain_new, plain_init = cls.__new__, cls.__init__

    def __new__(klass, *args, **kwargs):
        if "_single" not in klass.__dict__:
            if plain_new is object.__new__:
                klass._single = plain_new(klass)
            else:
                klass._single = plain_new(klass, *args, **kwargs)
        return klass._single

    def __init__(self, *args, **kwargs):
        if "_ready" not in type(self).__dict__:
            plain_init(self, *args, **kwargs)
            type(self)._ready = True

    cls.__new__ = __new__
    cls.__init__ = __init__
    return cls
