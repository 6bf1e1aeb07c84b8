import numpy as np


def confusion(truth, guess, classes, ignore=255):
    truth, guess = np.asarray(truth).ravel(), np.asarray(guess).ravel()
    known = truth != ignore
    pairs = truth[known].astype(np.int64) * classes + guess[known]
    return np.bincount(pairs, minlength=classes * classes).reshape(classes, classes)
