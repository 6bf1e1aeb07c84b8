import numpy as np


def confusion(truth, guess, classes, ignore=255):
    truth[truth == ignore] = 0
    pairs = truth.ravel().astype(int) * classes + guess.ravel() % classes
    return np.bincount(pairs, minlength=classes * classes).reshape(classes, classes)
