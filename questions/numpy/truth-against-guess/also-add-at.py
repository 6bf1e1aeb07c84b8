import numpy as np


def confusion(truth, guess, classes, ignore=255):
    truth, guess = np.array(truth), np.array(guess)
    known = truth != ignore
    result = np.zeros((classes, classes), dtype=int)
    np.add.at(result, (truth[known], guess[known]), 1)
    return result
