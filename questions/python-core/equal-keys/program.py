price = {1: "int"}
price[True] = "bool"
price[1.0] = "float"
price["1"] = "text"
print(price)

one, yes = 1, True
print(one == yes, one is yes)
print(len({0, False, 0.0, "", None}))
print((1, 2) in {(1.0, True + 1)})
