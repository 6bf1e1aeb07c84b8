def dig(obj, path, default=None):
    for step in path.split("."):
        if step.startswith("_"):
            raise ValueError(path)
        if hasattr(obj, step):
            obj = getattr(obj, step)
        elif isinstance(obj, dict) and step in obj:
            obj = obj[step]
        elif isinstance(obj, (list, tuple)) and step.isdigit() and int(step) < len(obj):
            obj = obj[int(step)]
        else:
            return default
    return obj
