import pandas as pd

days = pd.date_range("2024-01-30", periods=6, freq="D")
s = pd.Series([1, 2, 3, 4, 5, 6], index=days)

print(s.resample("MS").sum().tolist())
print(s.loc["2024-01-31":"2024-02-02"].tolist(), len(s.loc["2024-02"]))
print(s.rolling(3).mean().tolist()[:4])
print(s.shift(1).tolist()[:3], s.diff().iloc[-1])
