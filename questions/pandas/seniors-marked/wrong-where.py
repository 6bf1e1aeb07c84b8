import numpy as np
import pandas as pd


def mark(people):
    return people.assign(group=np.where(people["age"] < 18, "child", np.where(people["age"] < 60, "adult", "senior")))
