import warnings

print(int("256") is int("256"), int("257") is int("257"), int("-5") is int("-5"))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    compile("n is 5", "example", "eval")
print(caught[0].category.__name__)
parts = ["ab", "cd"]
print("".join(parts) is "".join(parts), "".join(parts) == "".join(parts))
