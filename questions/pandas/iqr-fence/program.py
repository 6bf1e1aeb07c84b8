import pandas as pd

s = pd.Series([10, 12, 13, 15, 40])
low, high = s.quantile([0.25, 0.75])
print(low, high, high + 1.5 * (high - low))
print(round(((s - s.mean()) / s.std()).max(), 2), round(((s - s.mean()) / s.std(ddof=0)).max(), 2))
