s = "viva"
print(s[::-1], "".join(reversed(s)), s[:-1], s[-1:])
print(type(reversed(s)).__name__, iter(reversed(s)) is not None, hasattr(s, "reverse"))
