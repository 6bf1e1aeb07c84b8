from itertools import zip_longest


def needs_update(installed, wanted):
    for a, b in zip_longest(installed.split("."), wanted.split("."), fillvalue="0"):
        if int(a) != int(b):
            return int(a) < int(b)
    return False
