import re

OCTET = r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"


def addresses(text):
    return list(dict.fromkeys(re.findall(rf"\b{OCTET}(?:\.{OCTET}){{3}}\b", text)))
