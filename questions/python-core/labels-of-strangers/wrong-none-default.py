def label(item, tags=None):
    if tags is None:
        tags = []
    tags.append(item)
    return {"item": item, "tags": tags}
