def cors_headers(method, headers, origins, credentials=False):
    if "*" in origins and credentials:
        raise ValueError
    answer = {"access-control-allow-origin": headers.get("origin", "*"), "vary": "Origin"}
    if credentials:
        answer["access-control-allow-credentials"] = "true"
    if method == "OPTIONS" and "access-control-request-method" in headers:
        answer["access-control-allow-methods"] = "GET, POST, DELETE"
    return answer
