def weak(tag):
    return tag.strip().removeprefix("W/")


def status(headers, etag, modified):
    if "if-none-match" in headers:
        value = headers["if-none-match"].strip()
        if value == "*" or weak(etag) in map(weak, value.split(",")):
            return 304
        return 200
    try:
        since = int(headers["if-modified-since"])
    except (KeyError, ValueError):
        return 200
    return 304 if modified <= since else 200
