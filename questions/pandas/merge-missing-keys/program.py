import pandas as pd

orders = pd.DataFrame({"shop": ["a", "b", None], "amount": [10, 20, 40]})
owners = pd.DataFrame({"shop": ["a", "a", None], "owner": ["x", "y", "z"]})

both = orders.merge(owners, on="shop")
print(len(both))
print(both["amount"].sum())
print(both.groupby("shop")["amount"].sum().to_dict())
