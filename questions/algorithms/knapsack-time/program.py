def best_value(weights, values, capacity):
    steps = 0
    best = [0] * (capacity + 1)
    for weight, value in zip(weights, values):
        for room in range(capacity, weight - 1, -1):
            steps += 1
            best[room] = max(best[room], best[room - weight] + value)
    return best[capacity], steps


print("best value:", best_value([10, 20, 30], [60, 100, 120], 50)[0])
for n, W in ((10, 1000), (20, 1000), (10, 100_000)):
    steps = best_value([1] * n, [1] * n, W)[1]
    print(f"n {n}, W {W}: {steps} steps")
