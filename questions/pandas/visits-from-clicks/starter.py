import pandas as pd


def visits(clicks, minutes=30):
    ...
