def make_counter(start=0):
    value = start
    past = []

    def step():
        nonlocal value
        value += 1
        past.append(value)
        return value

    def history():
        return past.copy()

    return step, history
