def pipeline(*steps):
    rest = iter(steps)

    def run(value, *args, **kwargs):
        for step in rest:
            value = step(value, *args, **kwargs)
            args, kwargs = (), {}
        return value
    return run
