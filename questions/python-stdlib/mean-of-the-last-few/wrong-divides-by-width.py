from collections import deque


def smooth(values, width):
    window = deque([0] * width, maxlen=width)
    total = 0
    for value in values:
        total += value - window[0]
        window.append(value)
        yield total / width
