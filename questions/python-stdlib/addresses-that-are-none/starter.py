import re


def addresses(text):
    found = re.findall(r"\d{1,3}.\d{1,3}.\d{1,3}.\d{1,3}", text)
    return list(dict.fromkeys(found))
