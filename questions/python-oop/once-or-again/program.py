class Again:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        for number in range(self.start - 1, -1, -1):
            yield number


class Once:
    def __init__(self, start):
        self.left = start

    def __iter__(self):
        return self

    def __next__(self):
        if self.left == 0:
            raise StopIteration
        self.left -= 1
        return self.left


again, once = Again(3), Once(3)
print(len([1 for a in again for b in again]))
print(len([1 for a in once for b in once]))
print(list(again))
print(list(once))
