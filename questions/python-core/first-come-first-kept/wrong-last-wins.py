def distinct(items, key=None):
    if key is None:
        return list(dict.fromkeys(items))
    return list({key(item): item for item in items}.values())
