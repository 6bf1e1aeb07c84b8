class Format:
    known = {}

    def __init_subclass__(cls):
        extension = vars(cls).get("extension")
        if extension:
            if extension in Format.known:
                raise TypeError(extension)
            Format.known[extension] = cls()

    @classmethod
    def for_file(cls, path):
        return Format.known[path.split(".")[1].lower()]
