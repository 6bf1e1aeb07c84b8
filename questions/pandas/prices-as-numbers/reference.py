import pandas as pd


def clean(texts):
    """Return the prices as floats. 返回浮点数价格。"""
    numbers = texts.str.strip().str.replace(",", "", regex=False).str.replace(r"\s*EUR$", "", regex=True)
    return pd.to_numeric(numbers, errors="coerce").astype(float)
