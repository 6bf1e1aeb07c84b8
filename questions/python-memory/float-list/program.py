import random
import sys
from array import array

random.seed(1)
count = 10_000
numbers = [None] * count
for i in range(count):
    numbers[i] = random.random()
header = sys.getsizeof([])
slots = sys.getsizeof(numbers) - header
print("slot:", slots / count)
print("float:", sys.getsizeof(numbers[0]))
print("MB for 10 million:", (slots + sum(map(sys.getsizeof, numbers))) / count * 10)
print("array item:", array("d").itemsize)
print("int:", sys.getsizeof(1))
