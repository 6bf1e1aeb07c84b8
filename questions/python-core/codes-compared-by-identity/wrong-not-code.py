def classify(codes):
    counts = {"ok": 0, "missing": 0, "other": 0}
    for code in codes:
        if isinstance(code, int) and code is not None and code == 404:
            counts["missing"] += 1
        elif code is not None and 200 <= int(code) <= 299:
            counts["ok"] += 1
        elif code is not None:
            counts["other"] += 1
    return counts
