class Tasks:
    def __init__(self):
        self.tasks = []

    def add(self, task, urgency):
        self.tasks.append((urgency, task))
        self.tasks.sort(key=lambda pair: -pair[0])

    def next(self):
        return self.tasks.pop(0)[1]

    def __len__(self):
        return len(self.tasks)
