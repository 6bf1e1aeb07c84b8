import pandas as pd


def clean(texts):
    numbers = texts.str.replace("EUR", "", regex=False).str.replace("[.,]", "", regex=True)
    return pd.to_numeric(numbers, errors="coerce").astype(float)
