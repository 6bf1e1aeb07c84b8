evens = [2, 4, 5, 6]
for number in evens:
    if number % 2 == 0:
        evens.remove(number)
print(evens)

row = [1, True, "x"]
for i in range(len(row) - 1, -1, -1):
    if isinstance(row[i], bool):
        row.remove(row[i])
print(row)

row = [1, True, "x"]
for i in range(len(row) - 1, -1, -1):
    if isinstance(row[i], bool):
        del row[i]
print(row)

row = [1, True, "x"]
same = row
row[:] = [item for item in row if not isinstance(item, bool)]
print(row, same is row)
