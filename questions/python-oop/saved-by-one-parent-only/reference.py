class Part:
    def __init__(self, name):
        self.name = name
        self.events = []

    def stop(self):
        self.events.append("stopped")


class Logged(Part):
    def __init__(self, name):
        super().__init__(name)
        self.log = name + ".log"

    def stop(self):
        self.events.append("log closed")
        super().stop()


class Timed(Part):
    def __init__(self, name):
        super().__init__(name)
        self.timer = 0

    def stop(self):
        self.events.append("timer off")
        super().stop()


class Service(Logged, Timed):
    pass
