"""Runs in the cage beside the answer. Returns plain values; what they should be stays outside."""


import numpy as np


def whole_picture(answer):
    i = np.arange(4_000_000)
    truth = (i * i % 257 % 21).astype(np.uint8)
    truth[truth == 20] = 255
    guess = (i % 7).astype(np.uint8)
    result = answer.confusion(truth.reshape(2000, 2000), guess.reshape(2000, 2000), 20)
    return [int(result.sum()), int(np.trace(result)), int(result[3, 5]), int(result[19, 6])]
