import sys

grown = []
for number in range(1000):
    grown.append(number)
exact = list(range(1000))
pair = ([], 1)
pair[0].append("still mutable")
header_of_tuple = sys.getsizeof(())
print(sys.getsizeof(grown) > 8 * 1000 + sys.getsizeof([]))
print(sys.getsizeof(tuple(grown)) == 8 * 1000 + header_of_tuple)
print(pair)
