import re


def plausible(address):
    return bool(re.match(r"[\w.%+-]+@[\w.-]+.[a-z]{2,}", address))
