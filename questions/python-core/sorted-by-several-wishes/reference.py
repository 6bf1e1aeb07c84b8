def staff_list(people):
    return sorted(people, key=lambda p: (p.get("team") is None, p.get("team") or "", -p["age"], p["name"].casefold()))
