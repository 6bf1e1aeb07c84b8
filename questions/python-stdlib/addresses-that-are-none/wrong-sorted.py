import re


def addresses(text):
    found = re.findall(r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w]|\.\w)", text)
    return sorted({a for a in found if all(p == str(int(p)) and int(p) < 256 for p in a.split("."))})
