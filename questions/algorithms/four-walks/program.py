from collections import deque

tree = ("F", ("B", ("A", None, None), ("D", ("C", None, None), ("E", None, None))), ("G", None, ("I", ("H", None, None), None)))


def walk(node, when):
    if node is None:
        return []
    parts = [walk(node[1], when), walk(node[2], when)]
    parts.insert(when, [node[0]])
    return sum(parts, [])


def breadth(take):
    waiting, names = deque([tree]), []
    while waiting:
        name, left, right = take(waiting)
        names.append(name)
        waiting.extend(child for child in (left, right) if child)
    return names


for names in (walk(tree, 0), walk(tree, 1), walk(tree, 2), breadth(deque.popleft), breadth(deque.pop)):
    print(*names)
