def picks(servers, n):
    cycle = [name for name, weight in servers for _ in range(weight)]
    if not cycle:
        raise ValueError
    return [cycle[i % len(cycle)] for i in range(n)]
