class Format:
    known = {}

    def __init_subclass__(cls):
        if hasattr(cls, "extension"):
            Format.known[cls.extension] = cls

    @classmethod
    def for_file(cls, path):
        try:
            return Format.known[path.rsplit(".")[-1].lower()]()
        except KeyError:
            raise LookupError(path)
