class Metre:
    def __init__(self, number):
        self.number = number

    def __eq__(self, other):
        print("Metre")
        if isinstance(other, Metre):
            return self.number == other.number
        return NotImplemented


class Yard:
    def __eq__(self, other):
        print("Yard")
        return True


class Foot:
    def eq(self, other):
        return True


one, also_one = Metre(1), Metre(1)
print(one == also_one, one is also_one)
print(one == Yard())
print(one == Foot())
print(Foot() == Foot())
