from contextlib import contextmanager


@contextmanager
def tag(name):
    print(f"<{name}>")
    yield
    print(f"</{name}>")


@tag("b")
def shout():
    print("hey")


with tag("p"):
    print("text")

shout()

try:
    with tag("i"):
        raise ValueError
except ValueError:
    print("escaped")
