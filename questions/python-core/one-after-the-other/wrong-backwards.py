def pipeline(*steps):
    def run(*args, **kwargs):
        if not steps:
            return args[0]
        value = steps[-1](*args, **kwargs)
        for step in reversed(steps[:-1]):
            value = step(value)
        return value
    return run
