import numpy as np
import pandas as pd

s = pd.Series([1, 4, 9], index=["x", "y", "z"])

root = np.sqrt(s)
print(type(root).__name__, root.loc["z"])
print((s + pd.Series([10, 20], index=["z", "x"])).tolist())
df = pd.DataFrame({"n": [1, 2], "w": [0.5, 1.5], "t": ["a", "b"]})
print(df[["n", "w"]].to_numpy().dtype, df.to_numpy().dtype)
grid = pd.DataFrame(np.zeros((2, 3)), columns=list("abc"))
print(grid.index.tolist(), grid.shape)
