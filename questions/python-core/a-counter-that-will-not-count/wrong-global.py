value = 0


def make_counter(start=0):
    global value
    value = start
    past = []

    def step():
        global value
        value += 1
        past.append(value)
        return value

    def history():
        return past[:]

    return step, history
