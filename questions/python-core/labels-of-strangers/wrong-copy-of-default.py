def label(item, tags=[]):
    result = tags
    result.append(item)
    return {"item": item, "tags": result[:]}
