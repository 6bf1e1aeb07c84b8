from decimal import Decimal
from fractions import Fraction

print(0.1 + 0.2 == 0.3, Decimal("0.1") + Decimal("0.2") == Decimal("0.3"))
print(int(0.29 * 100))
print(float(2**53) == float(2**53 + 1))
print(Fraction(1, 3) + Fraction(1, 6))
print(True + True, isinstance(True, int))
print(abs(3 + 4j))
try:
    print(1j < 2j)
except TypeError:
    print("TypeError")
