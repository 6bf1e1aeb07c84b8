def label(item, tags=[]):
    tags.append(item)
    return {"item": item, "tags": tags}
