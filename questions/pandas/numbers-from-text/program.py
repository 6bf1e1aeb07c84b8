import pandas as pd

n = pd.to_numeric(pd.Series(["1", "2", "x"]), errors="coerce")

print(n.dtype, n.isna().sum())
try:
    print(n.astype("int64").sum())
except ValueError:
    print("ValueError")
m = n.astype("Int64")
print(m.dtype, m.sum(), (m > 1).isna().sum())
print(repr(pd.Series(["1", "2"]).sum()))
