import pandas as pd

ROWS = 200_000
columns = {
    "order_no": [f"ORD-{i:08d}" for i in range(ROWS)],
    "country": [f"Country number {i % 195}" for i in range(ROWS)],
    # as many rows per code as a million rows would have
    "zip": [f"{i % (30_000 * ROWS // 1_000_000):05d}" for i in range(ROWS)],
    "grade": [None if i % 5 == 0 else "ABCDEF"[i % 6] for i in range(ROWS)],
}
for name, values in columns.items():
    text = pd.Series(values, dtype=object)
    before = text.memory_usage(deep=True, index=False)
    after = text.astype("category").memory_usage(deep=True, index=False)
    print(f"{name}:", "larger" if after > before else "smaller")
