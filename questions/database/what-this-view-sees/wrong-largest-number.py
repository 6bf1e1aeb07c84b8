def read(versions, own, active, next_id):
    running = set(active) - {own}
    seen = [(writer, value) for writer, value in versions
            if writer == own or writer < next_id and writer not in running]
    return max(seen, key=lambda version: version[0])[1] if seen else None
