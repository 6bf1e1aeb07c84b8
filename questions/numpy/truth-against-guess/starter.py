import numpy as np


def confusion(truth, guess, classes, ignore=255):
    ...
