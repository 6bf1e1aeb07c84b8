import numpy as np


def longest(values, limit):
    hot = values > limit
    if not hot.any():
        return None
    place = np.arange(1, len(values) + 1, dtype=np.int32)
    last_cold = np.maximum.accumulate(np.where(hot, np.int32(0), place))
    length = place - last_cold
    end = int(np.argmax(length))
    return end + 1 - int(length[end]), int(length[end])
