class Basket:
    def __init__(self, owner):
        self.owner = owner
        self.items = []
        self.total = 0

    def add(self, name, price):
        self.items.append(name)
        self.total += price
        return self


class GiftBasket(Basket):
    def __init__(self, owner, note=""):
        self.note = note
