import re


def amounts(text):
    return [float(number or 0) for number in re.findall(r"[-+]?\d+(\.\d+)?", text)]
