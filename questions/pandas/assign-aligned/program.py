import pandas as pd

df = pd.DataFrame({"item": ["pen", "ink", "pad"]}, index=[2, 0, 1])
prices = pd.Series([10, 20, 30])

df["a"] = prices
df["b"] = prices.to_numpy()
print(df["a"].tolist())
print(df["b"].tolist())

discount = pd.Series([5], index=[0])
df["c"] = discount
print(df["c"].tolist())
