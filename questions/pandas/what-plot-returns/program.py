import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import pandas as pd

df = pd.DataFrame({"day": [1, 2, 3], "sales": [5, 3, 4]})
ax = df.plot(x="day", y="sales")
print(isinstance(ax, plt.Axes), len(ax.get_lines()))
figure, (left, right) = plt.subplots(1, 2)
print(df.plot.scatter(x="day", y="sales", ax=right) is right)
