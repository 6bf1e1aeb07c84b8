class Field:
    def __init__(self, convert=str):
        self.convert = convert


class Form:
    ...
