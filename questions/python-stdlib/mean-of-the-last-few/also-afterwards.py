from collections import deque


def smooth(values, width):
    window = deque(maxlen=width)
    total = 0
    for value in values:
        window.append(value)
        total += value
        if len(window) == width:
            yield total / width
            total -= window[0]
        else:
            yield total / len(window)
