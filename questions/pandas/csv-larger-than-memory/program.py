import io

import pandas as pd

text = "customer,amount,x\n" + "a,1,0\n" * 3 + "a,5,0\nb,2,0\n"
total = pd.DataFrame()
means = []
for chunk in pd.read_csv(io.StringIO(text), usecols=["customer", "amount"], chunksize=3):
    part = chunk.groupby("customer")["amount"].agg(["sum", "count"])
    total = total.add(part, fill_value=0) if len(total) else part
    means.append(chunk.groupby("customer")["amount"].mean())
print((total["sum"] / total["count"]).to_dict())
print(pd.concat(means).groupby(level=0).mean().to_dict())
