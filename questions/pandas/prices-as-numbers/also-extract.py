import pandas as pd


def clean(texts):
    number = texts.str.strip().str.extract(r"^(-?[\d,]*\.?\d+)\s*(?:EUR)?$")[0]
    return number.str.replace(",", "", regex=False).astype(float)
