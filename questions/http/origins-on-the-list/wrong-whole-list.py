def cors_headers(method, headers, origins, credentials=False):
    answer = {"access-control-allow-origin": ", ".join(origins)}
    if "*" not in origins:
        answer["vary"] = "Origin"
    if credentials:
        answer["access-control-allow-credentials"] = "true"
    if method == "OPTIONS":
        answer["access-control-allow-methods"] = "GET, POST, DELETE"
    return answer
