import pandas as pd


def clean(texts):
    numbers = texts.replace(",", "").str.strip().str.replace("EUR", "")
    return pd.to_numeric(numbers, errors="coerce").astype(float)
