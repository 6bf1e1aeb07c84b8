def staff_list(people):
    people.sort(key=lambda p: (p.get("team") or "zzz", -p["age"], p["name"].lower()))
    return people
