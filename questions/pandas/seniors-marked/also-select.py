import numpy as np
import pandas as pd


def mark(people):
    age = people["age"]
    return people.assign(group=np.select([age >= 60, age < 18], ["senior", "child"], "adult"))
