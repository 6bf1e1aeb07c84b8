def staff_list(people):
    people = sorted(people, key=lambda p: p["name"].casefold())
    people.sort(key=lambda p: p["age"], reverse=True)
    people.sort(key=lambda p: (p.get("team") is None, p.get("team") or ""))
    return people
