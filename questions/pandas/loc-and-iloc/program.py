import pandas as pd

s = pd.Series([10, 20, 30, 40], index=[3, 2, 1, 0])

print(s.loc[3:1].tolist(), s.iloc[1:3].tolist())
print(s.loc[0], s.iloc[0], s.iloc[-1])
print(s.iloc[3:1].tolist())
for wrong in (lambda: s.loc[4], lambda: s.iloc[4]):
    try:
        print(wrong())
    except LookupError as error:
        print(type(error).__name__)
