def status(headers, etag, modified):
    tags = [t.strip().removeprefix("W/") for t in headers.get("if-none-match", "").split(",")]
    if "*" in tags or etag.removeprefix("W/") in tags:
        return 304
    since = headers.get("if-modified-since", "")
    if since.isdigit() and modified <= int(since):
        return 304
    return 200
