from abc import ABC, abstractmethod


class Shape(ABC):
    @abstractmethod
    def corners(self):
        return 0

    @abstractmethod
    def name(self):
        pass


class Half(Shape):
    def name(self):
        return "half"


class Circle(Half):
    def corners(self):
        return super().corners() + 3


class Marker(ABC):
    pass


for kind in (Shape, Half, Circle, Marker):
    try:
        kind()
        print(kind.__name__, "made")
    except TypeError:
        print(kind.__name__, "refused")
print(Circle().corners())
