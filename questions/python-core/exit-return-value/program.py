class Ignore:
    def __init__(self, kind):
        self.kind = kind

    def __enter__(self):
        return "ready"

    def __exit__(self, kind, error, trace):
        if kind is None:
            print("nothing raised:", error)
        return kind is self.kind


with Ignore(KeyError) as state:
    print(state)
    {}["x"]
    print("still inside")
print("went on")

try:
    with Ignore(LookupError):
        {}["x"]
except KeyError as error:
    print("escaped", type(error).__name__)

with Ignore(KeyError):
    pass
