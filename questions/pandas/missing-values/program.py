import pandas as pd

df = pd.DataFrame({"a": [1, None, 3], "b": [None, None, 6]})

print(df.isna().sum().tolist())
print(len(df.dropna()), len(df.dropna(how="all")), len(df.dropna(subset=["a"])))
df.fillna(0)
print(df["b"].isna().sum(), df["a"].mean())
print(df["a"].ffill().tolist(), df["b"].bfill().tolist())
