import re

CANDIDATE = re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w]|\.\w)")


def valid(address):
    return all(part == str(int(part)) and int(part) <= 255 for part in address.split("."))


def addresses(text):
    return list(dict.fromkeys(a for a in CANDIDATE.findall(text) if valid(a)))
