import json

person = {"name": "Zoë"}
escaped = json.dumps(person)
print(escaped)
print(json.dumps(person, ensure_ascii=False))
print(json.loads(escaped) == person)

print(json.loads(json.dumps({1: (2, 3), None: None})))

try:
    json.dumps({"Zoë"})
except TypeError:
    print("TypeError")
