import numpy as np

days = np.arange("2024-02-27", "2024-03-02", dtype="datetime64[D]")

print(len(days), days[-1])
print(days[-1] - days[0])
print(np.datetime64("2024-03") - np.timedelta64(1, "D"))
print(np.busday_count("2024-02-26", "2024-03-04"))
