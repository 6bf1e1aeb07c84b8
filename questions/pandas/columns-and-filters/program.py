import pandas as pd

df = pd.DataFrame({"name": ["Ann", "Bo", "Cy"], "age": [25, 31, 40]})

print(type(df["age"]).__name__, df[["age"]].shape)
print(df[(df["age"] > 30) & (df["name"] != "Cy")]["name"].tolist())
print(df[~df["age"].between(25, 31)].index.tolist())
print(df.query("age > 30")["name"].tolist())
for wrong in (lambda: df["Age"], lambda: df[df["age"] > 30 and df["name"] != "Cy"]):
    try:
        print(len(wrong()))
    except Exception as error:
        print(type(error).__name__)
