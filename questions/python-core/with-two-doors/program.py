class Door:
    def __init__(self, name):
        print("make", name)
        self.name = name

    def __enter__(self):
        print("enter", self.name)
        if self.name == "b":
            raise RuntimeError

    def __exit__(self, kind, error, trace):
        print("leave", self.name, kind.__name__)


try:
    with Door("a"), Door("b"):
        print("inside")
except RuntimeError:
    print("caught")
