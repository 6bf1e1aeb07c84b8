def label(item, tags=None):
    return {"item": item, "tags": [*(tags or []), item]}
