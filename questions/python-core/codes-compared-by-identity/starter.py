def classify(codes):
    counts = {"ok": 0, "missing": 0, "other": 0}
    for code in codes:
        if code == None:
            continue
        if code is 404 or code is "404":
            counts["missing"] += 1
        elif 200 <= int(code) <= 299:
            counts["ok"] += 1
        else:
            counts["other"] += 1
    return counts
