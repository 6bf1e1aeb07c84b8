class Router:
    def __init__(self):
        self.routes = []

    def add(self, pattern, name, methods=("GET",)):
        self.routes.append((pattern.split("/"), name, set(methods) | ({"HEAD"} if "GET" in methods else set())))

    def match(self, path, method="GET"):
        parts = path.split("/")
        for pattern, name, methods in self.routes:
            if len(pattern) != len(parts):
                continue
            args = {}
            for w, p in zip(pattern, parts):
                if w.startswith("<int:"):
                    if not (p.isascii() and p.isdigit()):
                        break
                    args[w[5:-1]] = int(p)
                elif w.startswith("<"):
                    if not p:
                        break
                    args[w[1:-1]] = p
                elif w != p:
                    break
            else:
                if method not in methods:
                    raise PermissionError
                return name, args
        raise LookupError
