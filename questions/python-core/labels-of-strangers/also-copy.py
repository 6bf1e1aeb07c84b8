def label(item, tags=()):
    tags = list(tags)
    tags.append(item)
    return {"item": item, "tags": tags}
