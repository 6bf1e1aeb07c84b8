import numpy as np


def confusion(truth, guess, classes, ignore=255):
    truth, guess = np.asarray(truth), np.asarray(guess)
    known = truth != ignore
    result = np.zeros((classes, classes), dtype=int)
    result[truth[known], guess[known]] += 1
    return result
