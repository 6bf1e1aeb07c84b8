import re


def plausible(address):
    return bool(re.match(r"(?!\.)[A-Za-z0-9._%+-]+(?<!\.)@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}$", address))
