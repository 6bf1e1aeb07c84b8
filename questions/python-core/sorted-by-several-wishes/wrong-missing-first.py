def staff_list(people):
    return sorted(people, key=lambda p: (p.get("team", ""), -p["age"], p["name"]))
