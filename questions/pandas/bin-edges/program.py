import pandas as pd

ages = pd.Series([0, 5, 10, 11])

print(pd.cut(ages, [0, 5, 10]).isna().tolist())
print(pd.cut(ages, [0, 5, 10], include_lowest=True).cat.codes.tolist())
print(pd.cut(ages, [0, 5, 10], right=False).cat.codes.tolist())
skewed = pd.Series([1, 2, 3, 101])
print(pd.cut(skewed, 2).cat.codes.tolist(), pd.qcut(skewed, 2).cat.codes.tolist())
