METHODS = ("GET", "POST", "DELETE")


def cors_headers(method, headers, origins, credentials=False):
    everybody = "*" in set(origins)
    if everybody and credentials:
        raise ValueError("* and credentials exclude each other")
    origin = headers.get("origin", "")
    allow = "*" if everybody else next((o for o in origins if o == origin), None)
    pairs = []
    if not everybody:
        pairs.append(("vary", "Origin"))
    if allow is None:
        return dict(pairs)
    pairs.append(("access-control-allow-origin", allow))
    if credentials:
        pairs.append(("access-control-allow-credentials", "true"))
    if method == "OPTIONS" and "access-control-request-method" in headers:
        pairs.append(("access-control-allow-methods", ", ".join(METHODS)))
    return dict(pairs)
