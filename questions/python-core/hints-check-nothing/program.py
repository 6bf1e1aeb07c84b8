def double(number: int) -> int:
    return number * 2


print(double("ab"))

count: int = "three"
print(type(count).__name__)
print(double.__annotations__["number"])

size: int
try:
    print(size)
except NameError:
    print("NameError")
