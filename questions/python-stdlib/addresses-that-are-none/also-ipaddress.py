import ipaddress
import re


def addresses(text):
    result = []
    for word in re.findall(r"[\w.]+", text):
        word = word.rstrip(".")
        try:
            ipaddress.IPv4Address(word)
        except ValueError:
            continue
        if word not in result:
            result.append(word)
    return result
