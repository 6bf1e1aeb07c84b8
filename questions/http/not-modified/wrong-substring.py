def status(headers, etag, modified):
    value = headers.get("if-none-match")
    if value is not None:
        return 304 if value == "*" or etag.strip('W/"') in value else 200
    since = headers.get("if-modified-since", "")
    return 304 if since.isdigit() and modified <= int(since) else 200
