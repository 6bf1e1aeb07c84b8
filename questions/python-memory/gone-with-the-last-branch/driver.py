"""Runs in the cage beside the answer. Returns plain values; what they should be stays outside."""


import gc
import weakref

gc.disable()


def path(answer):
    root = answer.Node("root")
    a = answer.Node("a", root)
    return answer.Node("b", a).path()


def children(answer):
    root = answer.Node("root")
    answer.Node("a", root)
    answer.Node("c", root)
    return [[child.name for child in root.children], root.children[0].parent.name]


def freed_at_once(answer):
    root = answer.Node("root")
    answer.Node("b", answer.Node("a", root))
    alive = [weakref.ref(root), weakref.ref(root.children[0])]
    del root
    return all(ref() is None for ref in alive)


def kept_child(answer):
    root = answer.Node("root")
    a = answer.Node("a", root)
    del root
    return [a.parent, a.path()]


def children_keep_grandchildren(answer):
    root = answer.Node("root")
    answer.Node("b", answer.Node("a", root))
    return [node.name for node in root.children[0].children]


def root(answer):
    node = answer.Node("root")
    return [node.parent, node.path()]


def same_parent_object(answer):
    node = answer.Node("root")
    return answer.Node("a", node).parent is node


def falsy_parent(answer):
    class Empty(answer.Node):
        def __len__(self):
            return 0

    node = Empty("root")
    return answer.Node("a", node).parent is node


def two_trees(answer):
    one, two = answer.Node("one"), answer.Node("two")
    answer.Node("x", one)
    return [[n.name for n in one.children], [n.name for n in two.children]]
