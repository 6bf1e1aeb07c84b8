side, total = 1024, 0
while side >= 64:
    total += side * side
    side //= 2
print(total, round(total / 1024**2, 3))
