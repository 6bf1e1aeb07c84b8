class Part:
    def __init__(self, name):
        self.name = name
        self.events = []

    def stop(self):
        self.events.append("stopped")


class Logged(Part):
    def __init__(self, name):
        Part.__init__(self, name)
        self.log = name + ".log"

    def stop(self):
        self.events.append("log closed")
        Part.stop(self)


class Timed(Part):
    def __init__(self, name):
        Part.__init__(self, name)
        self.timer = 0

    def stop(self):
        self.events.append("timer off")
        Part.stop(self)


class Service(Logged, Timed):
    pass
