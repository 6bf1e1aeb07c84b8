class Temp:
    def __init__(self, degrees):
        self.degrees = degrees

    def __repr__(self):
        return f"Temp({self.degrees})"


class Shown(Temp):
    def __str__(self):
        return f"{self.degrees} C"


class Tens:
    def __getitem__(self, index):
        if index > 2:
            raise IndexError
        return index * 10

    def __len__(self):
        return 3


print(Temp(1))
print(Shown(2), [Shown(3)])
print(f"{Shown(4)} {Shown(5)!r}")
print(list(Tens()))
print(20 in Tens())
print(len(Tens()))
