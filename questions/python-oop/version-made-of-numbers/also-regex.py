import re


def part(index):
    return property(lambda self: (*self, 0, 0, 0)[index])


class Version(tuple):
    __slots__ = ()
    major, minor, patch = part(0), part(1), part(2)

    def __new__(cls, text):
        if not isinstance(text, str):
            return tuple.__new__(cls, text)
        if not re.fullmatch(r"[0-9]+(\.[0-9]+)*", text):
            raise ValueError(text)
        return tuple.__new__(cls, [int(n) for n in text.split(".")])

    def __getnewargs__(self):
        return (str(self),)

    def __getitem__(self, key):
        found = tuple.__getitem__(self, key)
        if isinstance(found, tuple):
            return self.__class__(found)
        return found

    def __str__(self):
        return ".".join("%d" % n for n in self)

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, str(self))
