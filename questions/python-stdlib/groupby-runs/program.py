from itertools import combinations, groupby, permutations


def initial(city):
    return city[0]


cities = ["Bern", "Bonn", "Oslo", "Baku"]
for letter, group in groupby(cities, key=initial):
    print(letter, list(group))

runs = groupby(sorted(cities), key=initial)
print({letter: list(group) for letter, group in runs})
print(list(runs))

print(len(list(combinations("abcd", 2))), len(list(permutations("abcd", 2))))
