from collections import deque


def smooth(values, width):
    window = deque(maxlen=width)
    for value in values:
        window.append(value)
        yield sum(window) / len(window)
