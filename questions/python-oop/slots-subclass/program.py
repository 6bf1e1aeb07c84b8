class Point:
    __slots__ = ("x", "y")


class Pixel(Point):
    def paint(self, colour):
        self.colour = colour


p = Pixel()
p.x = 1
p.paint("red")
print(p.__dict__)

try:
    Point().colour = "red"
except AttributeError as error:
    print(error)

other = Pixel()
other.y = 2
print(vars(other))
