import re


class Router:
    def __init__(self):
        self._routes = []

    def add(self, pattern, name, methods=("GET",)):
        methods = set(methods)
        if "GET" in methods:
            methods.add("HEAD")
        self._routes.append((pattern.split("/"), name, methods))

    def match(self, path, method="GET"):
        parts = path.split("/")
        found = False
        for pattern, name, methods in self._routes:
            arguments = self._fit(pattern, parts)
            if arguments is None:
                continue
            found = True
            if method in methods:
                return name, arguments
        raise PermissionError(method) if found else LookupError(path)

    def _fit(self, pattern, parts):
        if len(pattern) != len(parts):
            return None
        arguments = {}
        for want, part in zip(pattern, parts):
            if not (want.startswith("<") and want.endswith(">")):
                if want != part:
                    return None
            elif want.startswith("<int:"):
                if not re.fullmatch("[0-9]+", part):
                    return None
                arguments[want[5:-1]] = int(part)
            elif part:
                arguments[want[1:-1]] = part
            else:
                return None
        return arguments
