def pipeline(*steps):
    def run(*args, **kwargs):
        if not steps:
            (value,) = args
            return value
        value = steps[0](*args, **kwargs)
        for step in steps[1:]:
            value = step(value)
        return value
    return run
