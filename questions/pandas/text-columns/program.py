import pandas as pd

df = pd.DataFrame({"code": ["A-7", None, "b12"]})

low = df["code"].str.lower()
print(low[0], low.isna().tolist())
print(df["code"].str.replace("b.", "_", regex=False)[2], df["code"].str.replace("b.", "_", regex=True)[2])
print(df["code"].str.extract(r"(\d)")[0].dropna().tolist())
try:
    print(df.str.lower().shape)
except AttributeError:
    print("AttributeError")
