import pandas as pd

df = pd.DataFrame({"city": ["x", "x", "y"], "note": ["a", "b", "c"], "price": [1.0, 2.0, 5.0]})
print(df.groupby("city").agg(price=("price", "mean"))["price"].tolist())
print(len(df.groupby("city")["price"].transform("mean")))
