people = [
    {"name": "Ann", "age": 30},
    {"name": "Bo", "age": 25},
    {"name": "Cy", "age": 30},
]

eldest_first = sorted(people, key=lambda person: person["age"], reverse=True)
print([person["name"] for person in eldest_first])
print(people.sort(key=lambda person: person["age"]))
print([person["name"] for person in people])

eldest_first[0]["age"] = 31
print(people[1]["age"])
