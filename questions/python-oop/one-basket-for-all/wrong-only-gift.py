class Basket:
    items = []
    total = 0

    def __init__(self, owner):
        self.owner = owner

    def add(self, name, price):
        self.items.append(name)
        self.total += price
        return self


class GiftBasket(Basket):
    def __init__(self, owner, note=""):
        super().__init__(owner)
        self.note = note
