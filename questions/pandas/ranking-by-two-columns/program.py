import pandas as pd

df = pd.DataFrame({"team": ["b", "a", "b", "a"], "points": [3, 9, 7, None]})
ranked = df.sort_values(["team", "points"], ascending=[True, False])

print(ranked.index.tolist())
print(ranked.head(-1).index.tolist(), ranked.tail(-3).index.tolist())
print(df.sort_values("points", na_position="first").index.tolist())
print(len(df.head()), df.index.tolist())
