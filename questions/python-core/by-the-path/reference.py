def dig(obj, path, default=None):
    steps = path.split(".")
    if any(step.startswith("_") for step in steps):
        raise ValueError(path)
    for step in steps:
        try:
            if isinstance(obj, dict):
                obj = obj[step]
            elif isinstance(obj, (list, tuple)):
                obj = obj[int(step)]
            else:
                obj = getattr(obj, step)
        except (KeyError, IndexError, ValueError, AttributeError):
            return default
    return obj
