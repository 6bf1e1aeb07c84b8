small, large = (224 // 16) ** 2, (448 // 16) ** 2
print(small, large, large**2 / small**2)
