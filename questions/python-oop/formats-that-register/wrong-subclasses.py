class Format:
    @staticmethod
    def for_file(path):
        extension = path.rsplit(".", 1)[-1].lower()
        for cls in Format.__subclasses__():
            if cls.extension == extension:
                return cls()
        raise LookupError(path)
