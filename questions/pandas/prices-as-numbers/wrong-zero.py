import pandas as pd


def clean(texts):
    numbers = texts.str.replace(",", "", regex=False).str.replace("EUR", "", regex=False)
    return pd.to_numeric(numbers, errors="coerce").fillna(0).astype(float)
