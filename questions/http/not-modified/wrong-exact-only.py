def status(headers, etag, modified):
    if "if-none-match" in headers:
        return 304 if headers["if-none-match"] == etag else 200
    if "if-modified-since" in headers:
        return 304 if modified < int(headers["if-modified-since"]) else 200
    return 200
