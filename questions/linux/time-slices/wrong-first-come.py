def finish_times(bursts, quantum):
    now, out = 0, []
    for b in bursts:
        now += b
        out.append(now)
    return out
