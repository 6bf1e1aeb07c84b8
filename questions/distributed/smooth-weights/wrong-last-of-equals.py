def picks(servers, n):
    total = sum(w for _, w in servers)
    if total == 0:
        raise ValueError
    current = [0] * len(servers)
    out = []
    for _ in range(n):
        for i, (_, w) in enumerate(servers):
            current[i] += w
        best = max(range(len(servers)), key=lambda i: (current[i], i))
        current[best] -= total
        out.append(servers[best][0])
    return out
