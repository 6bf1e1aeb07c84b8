def hand_out(weights, requests):
    """Smooth weighted round robin: how many requests each server gets."""
    current = dict.fromkeys(weights, 0)
    count = dict.fromkeys(weights, 0)
    for _ in range(requests):
        for server, weight in weights.items():
            current[server] += weight
        best = max(current, key=current.get)
        current[best] -= sum(weights.values())
        count[best] += 1
    return count


print(hand_out({"A": 5, "B": 2, "C": 1}, 2400)["B"])
print(hand_out({"B": 2, "C": 1}, 2400)["B"])
