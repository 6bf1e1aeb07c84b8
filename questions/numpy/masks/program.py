import numpy as np

t = np.array([12, 35, 28, 41])
warm = (t > 20) & (t < 40)

print(warm.tolist())
print(t[warm].tolist())
print(np.where(warm, t, 0).tolist())
print(t[~warm].sum())
try:
    print(t[t > 20 and t < 40])
except ValueError:
    print("ValueError")
