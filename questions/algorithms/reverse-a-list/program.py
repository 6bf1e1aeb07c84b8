import itertools

statements = ["following = node.next", "node.next = previous", "previous = node", "node = following"]


class Node:
    def __init__(self, value, next):
        self.value, self.next = value, next


def reversed_by(order):
    names = {"previous": None, "node": Node(1, Node(2, Node(3, None))), "following": None}
    for _ in range(10):
        if names["node"] is None:
            break
        for statement in order:
            exec(statement, names)
    values, node = [], names["previous"]
    while node and len(values) < 10:
        values.append(node.value)
        node = node.next
    return values


right = []
for order in itertools.permutations(statements):
    try:
        if reversed_by(order) == [3, 2, 1]:
            right.append(order)
    except AttributeError:
        pass
print(len(right))
print(*right[0], sep="\n")
