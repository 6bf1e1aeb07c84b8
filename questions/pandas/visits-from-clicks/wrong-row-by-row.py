import pandas as pd


def visits(clicks, minutes=30):
    rows = []
    limit = pd.Timedelta(minutes=minutes)
    for _, click in clicks.sort_values(["user", "time"]).iterrows():
        if rows and rows[-1][0] == click["user"] and click["time"] - rows[-1][2] <= limit:
            rows[-1][2] = click["time"]
            rows[-1][3] += 1
        else:
            rows.append([click["user"], click["time"], click["time"], 1])
    return pd.DataFrame(rows, columns=["user", "start", "end", "clicks"])
