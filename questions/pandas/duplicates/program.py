import pandas as pd

df = pd.DataFrame({"user": ["a", "b", "a", "a"], "day": [1, 1, 2, 1]})

print(df.duplicated().tolist())
print(df.drop_duplicates(subset="user").index.tolist())
print(df.drop_duplicates(subset="user", keep="last").index.tolist())
print(df.drop_duplicates(subset="user", keep=False).index.tolist())
print(len(df))
