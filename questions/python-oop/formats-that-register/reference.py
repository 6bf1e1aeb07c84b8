class Format:
    _known = {}

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        extension = cls.__dict__.get("extension")
        if extension is None:
            return
        extension = extension.lower()
        if extension in Format._known:
            raise TypeError(f"{extension} is taken")
        Format._known[extension] = cls

    @staticmethod
    def for_file(path):
        name = path.rsplit("/", 1)[-1]
        _, dot, extension = name.rpartition(".")
        if not dot or extension.lower() not in Format._known:
            raise LookupError(path)
        return Format._known[extension.lower()]()
