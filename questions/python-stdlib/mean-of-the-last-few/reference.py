from collections import deque


def smooth(values, width):
    window = deque(maxlen=width)
    total = 0
    for value in values:
        if len(window) == width:
            total -= window[0]
        window.append(value)
        total += value
        yield total / len(window)
