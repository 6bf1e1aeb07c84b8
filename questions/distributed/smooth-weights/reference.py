def picks(servers, n):
    servers = [(name, weight) for name, weight in servers if weight > 0]
    if not servers:
        raise ValueError("no server has a weight")
    total = sum(weight for _, weight in servers)
    current = [0] * len(servers)
    chosen = []
    for _ in range(n):
        for i, (_, weight) in enumerate(servers):
            current[i] += weight
        best = max(range(len(servers)), key=current.__getitem__)
        current[best] -= total
        chosen.append(servers[best][0])
    return chosen
