def single(cls):
    found = {}

    def __new__(klass, *args, **kwargs):
        if klass not in found:
            found[klass] = object.__new__(klass)
        return found[klass]

    cls.__new__ = __new__
    return cls
