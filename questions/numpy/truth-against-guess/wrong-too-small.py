import numpy as np


def confusion(truth, guess, classes, ignore=255):
    truth, guess = np.asarray(truth, dtype=int), np.asarray(guess, dtype=int)
    known = (truth != ignore).nonzero()
    pairs = np.unique(truth[known] * classes + guess[known], return_counts=True)
    side = int(pairs[0].max()) // classes + 1
    result = np.zeros((side, side), dtype=int)
    result.flat[pairs[0] // classes * side + pairs[0] % classes] = pairs[1]
    return result
