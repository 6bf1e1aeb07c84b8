def cors_headers(method, headers, origins, credentials=False):
    if "*" in origins:
        if credentials:
            raise ValueError("any origin together with credentials")
        answer = {"access-control-allow-origin": "*"}
        allowed = True
    else:
        answer = {"vary": "Origin"}
        allowed = headers.get("origin") in origins
        if allowed:
            answer["access-control-allow-origin"] = headers["origin"]
            if credentials:
                answer["access-control-allow-credentials"] = "true"
    wanted = headers.get("access-control-request-method")
    if allowed and method == "OPTIONS" and wanted:
        answer["access-control-allow-methods"] = "GET, POST, DELETE"
    return answer
