import re

ADDRESS = re.compile(r"(?!\.)[A-Za-z0-9._%+-]+(?<!\.)@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}")


def plausible(address):
    return ADDRESS.fullmatch(address) is not None
