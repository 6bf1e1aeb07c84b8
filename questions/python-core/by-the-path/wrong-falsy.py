def dig(obj, path, default=None):
    if "._" in "." + path:
        raise ValueError(path)
    for step in path.split("."):
        try:
            if isinstance(obj, dict):
                obj = obj.get(step)
            elif isinstance(obj, (list, tuple)):
                obj = obj[int(step)]
            else:
                obj = getattr(obj, step, None)
        except (IndexError, ValueError):
            return default
    return obj or default
