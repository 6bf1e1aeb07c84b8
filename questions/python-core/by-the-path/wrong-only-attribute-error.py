def dig(obj, path, default=None):
    for step in path.split("."):
        if isinstance(obj, dict):
            obj = obj.get(step, default)
        elif isinstance(obj, (list, tuple)):
            obj = obj[int(step)]
        else:
            obj = getattr(obj, step, default)
    return obj
