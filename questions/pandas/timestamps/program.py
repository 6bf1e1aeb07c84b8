import pandas as pd

s = pd.Series(["2024-02-29", "2023-02-29", "soon"])

t = pd.to_datetime(s, format="%Y-%m-%d", errors="coerce")
print(t.isna().tolist(), t.dt.dayofweek.iloc[0])
noon = pd.Timestamp("2024-07-01 12:00").tz_localize("UTC")
shanghai = noon.tz_convert("Asia/Shanghai")
print(shanghai.hour, shanghai == noon)
try:
    noon.tz_localize("Asia/Shanghai")
except TypeError:
    print("TypeError")
