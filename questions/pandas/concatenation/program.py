import pandas as pd

a = pd.DataFrame({"n": [1, 2]})
b = pd.DataFrame({"n": [3], "m": [4]})

c = pd.concat([a, b])
print(c.index.tolist(), c["m"].tolist())
print(len(c.loc[0]))
print(pd.concat([a, b], ignore_index=True, join="inner").shape)
print(pd.concat([a, b], axis=1).shape)
print(pd.concat({"x": a, "y": b}).loc["y"].index.tolist())
