import pandas as pd


def clean(texts):
    """Return the prices as floats. 返回浮点数价格。"""
    return texts.replace(",", "").str.rstrip(" EUR").astype(float)
