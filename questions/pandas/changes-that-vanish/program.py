import numpy as np
import pandas as pd

df = pd.DataFrame({"name": ["pen", "cup"], "price": [2, 5]})

for _, row in df.iterrows():
    row["price"] = row["price"] * 10
print(df["price"].tolist())

df["price"] = df["price"].where(df["price"] > 3, 0)
print(df["price"].tolist())
print(np.where(df["price"] > 3, "dear", "cheap").tolist())
print(df["name"].map({"pen": "P"}).tolist())
