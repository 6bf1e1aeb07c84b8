def make_counter(start=0):
    value = start
    past = []

    def step():
        value += 1
        past.append(value)
        return value

    def history():
        return past

    return step, history
