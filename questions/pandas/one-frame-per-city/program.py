import pandas as pd

df = pd.DataFrame({"city": ["x", "y", "x"], "n": [1, 2, 3]})
parts = dict(list(df.groupby("city")))
print({city: len(part) for city, part in parts.items()})
print(hasattr(pd, "split"), len(df.drop_duplicates("city")))
try:
    pd.concat(df, keys=df["city"].unique())
except TypeError:
    print("TypeError")
