"""Validates question files with the schema on standard input: a line for each fault, and at last how many files were looked at.
Usage: check_schema.py FILE… < schema.json"""
import json
import sys

from jsonschema import Draft202012Validator

schema = json.load(sys.stdin)
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)
for name in sys.argv[1:]:
    with open(name, encoding="utf-8") as file:
        faults = sorted(validator.iter_errors(json.load(file)), key=lambda fault: str(list(fault.absolute_path)))
    for fault in faults:
        print("/" + "/".join(map(str, fault.absolute_path)) + ": " + fault.message.split(" is not valid under")[0][:60])
print(len(sys.argv) - 1, "files")
