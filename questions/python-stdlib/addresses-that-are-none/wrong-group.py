import re


def addresses(text):
    found = re.findall(r"(?:[0-9]{1,3}[.]){3}[0-9]{1,3}", text)
    return list(dict.fromkeys(found))
