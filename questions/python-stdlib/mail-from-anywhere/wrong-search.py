import re


def plausible(address):
    return re.search(r"[\w.%+-]+@(?:[\w-]+\.)+[a-z]{2,}", address, re.I) is not None
