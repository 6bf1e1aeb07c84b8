import re

class Router:
    def __init__(self):
        self.routes = []

    def add(self, pattern, name, methods=("GET",)):
        regex = re.sub(r"<int:(\w+)>", r"(?P<\1>\\d+)", pattern)
        regex = re.sub(r"(?<!\?P)<(\w+)>", r"(?P<\1>.+)", regex)
        self.routes.append((re.compile(regex), name, methods))

    def match(self, path, method="GET"):
        found = False
        for regex, name, methods in self.routes:
            m = regex.match(path)
            if m:
                found = True
                if method in methods:
                    return name, m.groupdict()
        raise PermissionError if found else LookupError
