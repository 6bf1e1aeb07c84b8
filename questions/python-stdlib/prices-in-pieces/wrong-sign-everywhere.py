import re


def amounts(text):
    return [float(number) for number in re.findall(r"[-+]?\d+(?:\.\d+)?", text)]
