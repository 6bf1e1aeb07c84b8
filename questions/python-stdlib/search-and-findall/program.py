import re

text = "from 20.99 to 2.5"

match = re.search(r"\d+", text)
print(type(match).__name__, match.span())
print(re.match(r"\d+", text))

print(re.findall(r"\d+", text))
print(re.findall(r"\d+(?:\.\d+)?", text))
print(re.findall(r"\d+(\.\d+)?", text))
print(re.findall(r"(\d)\.(\d)$", text))

print(re.compile(r"\d+") is re.compile(r"\d+"))
