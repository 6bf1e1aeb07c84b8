def make_counter(start=0):
    past = []

    def step():
        past.append((past[-1] if past else start) + 1)
        return past[-1]

    return step, lambda: past
