def cors_headers(method, headers, origins, credentials=False):
    if "*" in origins and credentials:
        raise ValueError
    if "*" in origins:
        answer = {"access-control-allow-origin": "*"}
    else:
        answer = {"vary": "Origin"}
        origin = headers.get("origin", "")
        hosts = [o.split("://")[1] for o in origins]
        if any(origin.endswith(host) for host in hosts):
            answer["access-control-allow-origin"] = origin
            if credentials:
                answer["access-control-allow-credentials"] = "true"
    if len(answer) > 1 or "*" in origins:
        if method == "OPTIONS" and "access-control-request-method" in headers:
            answer["access-control-allow-methods"] = "GET, POST, DELETE"
    return answer
