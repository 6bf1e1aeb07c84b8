import time

import numpy as np
import pandas as pd

df = pd.DataFrame(np.ones((20_000, 2)), columns=["a", "b"])
ways = {
    "`df[\"a\"] + df[\"b\"]`": lambda: df["a"] + df["b"],
    "`[r[\"a\"] + r[\"b\"] for _, r in df.iterrows()]`": lambda: [r["a"] + r["b"] for _, r in df.iterrows()],
    "`[x + y for x, y in zip(df[\"a\"], df[\"b\"])]`": lambda: [x + y for x, y in zip(df["a"], df["b"])],
    "`df.apply(lambda r: r[\"a\"] + r[\"b\"], axis=1)`": lambda: df.apply(lambda r: r["a"] + r["b"], axis=1),
}


def seconds(way):
    start = time.process_time()
    way()
    return time.process_time() - start


for text in sorted(ways, key=lambda text: min(seconds(ways[text]) for _ in range(4))):
    print(text)
