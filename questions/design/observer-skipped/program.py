class Subject:
    def __init__(self):
        self.observers = list("abcd")

    def walk(self):
        return self.observers

    def notify(self):
        told = []
        for observer in self.walk():
            told.append(observer)
            if observer == "b":
                self.observers.remove("b")
        print(*told)


class Careful(Subject):
    def walk(self):
        return list(self.observers)


for subject in (Subject(), Careful()):
    subject.notify()
    subject.notify()
