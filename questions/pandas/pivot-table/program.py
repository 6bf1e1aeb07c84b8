import pandas as pd

df = pd.DataFrame({"shop": ["a", "a", "b"], "item": ["tea", "tea", "milk"], "n": [10, 20, 5]})

t = df.pivot_table(index="shop", columns="item", values="n")
print(t.columns.tolist(), t.loc["a", "tea"], t.isna().sum().sum())
t = df.pivot_table(index="shop", columns="item", values="n", aggfunc="sum", fill_value=0, margins=True)
print(t.loc["a"].tolist())
print(t.loc["All"].tolist())
