import numpy as np
import pandas as pd

df = pd.DataFrame(np.zeros((100, 2)))
print(hasattr(df, "set_columns"))
df.columns = [["q1", "net"], ["q1", "tax"]]
print(df.columns.tolist())
df.columns = pd.MultiIndex.from_product([["q1"], ["net", "tax"]])
print(df.columns.tolist(), df["q1"].columns.tolist())
try:
    df.set_index(pd.MultiIndex.from_tuples([("q1", "net"), ("q1", "tax")]))
except ValueError:
    print("ValueError")
