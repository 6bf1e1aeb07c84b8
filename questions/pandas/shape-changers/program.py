import pandas as pd

wide = pd.DataFrame({"shop": ["a", "b"], "jan": [1, 2], "feb": [3, 4]})
long = wide.melt(id_vars="shop", var_name="month", value_name="n")
print(long.shape, long.pivot(index="shop", columns="month", values="n").shape)
twice = pd.concat([long, long])
try:
    twice.pivot(index="shop", columns="month", values="n")
except ValueError:
    print("ValueError")
print(float(twice.pivot_table(index="shop", columns="month", values="n").loc["b", "feb"]))
stacked = wide.set_index("shop").stack()
print(stacked.index.nlevels, stacked.unstack().shape)
print(len(pd.DataFrame({"tags": [["x", "y"], ["z"]]}).explode("tags")))
