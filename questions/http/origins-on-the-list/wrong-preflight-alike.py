def cors_headers(method, headers, origins, credentials=False):
    if "*" in origins:
        if credentials:
            raise ValueError
        return {"access-control-allow-origin": "*"}
    answer = {"vary": "Origin"}
    if headers.get("origin") in origins:
        answer["access-control-allow-origin"] = headers["origin"]
        if credentials:
            answer["access-control-allow-credentials"] = "true"
    return answer
