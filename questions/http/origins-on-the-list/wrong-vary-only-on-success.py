def cors_headers(method, headers, origins, credentials=False):
    if "*" in origins:
        if credentials:
            raise ValueError
        answer = {"access-control-allow-origin": "*"}
    elif headers.get("origin") in origins:
        answer = {"access-control-allow-origin": headers["origin"], "vary": "Origin"}
        if credentials:
            answer["access-control-allow-credentials"] = "true"
    else:
        return {}
    if method == "OPTIONS" and "access-control-request-method" in headers:
        answer["access-control-allow-methods"] = "GET, POST, DELETE"
    return answer
