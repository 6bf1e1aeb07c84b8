import pandas as pd

df = pd.DataFrame({"n": range(6)})

mixed = df.sample(frac=1, random_state=3)
print(len(mixed), (mixed.index == mixed["n"]).all())
print(mixed.equals(df.sample(frac=1, random_state=3)))
print(sorted(df.sample(3, weights=[0, 0, 1, 1, 1, 0])["n"]))
try:
    print(len(df.sample(7)))
except ValueError:
    print("ValueError")
print(len(df.sample(7, replace=True)))
