def chain(answer, values):
    head = None
    nodes = []
    for value in reversed(values):
        head = answer.Node(value, head)
        nodes.append(head)
    return head, nodes[::-1]


def values_of(head, most=200000):
    values = []
    while head is not None and len(values) < most:
        values.append(head.value)
        head = head.next
    return values


def three_nodes(answer):
    return values_of(answer.reverse(chain(answer, [1, 2, 3])[0]))


def empty(answer):
    return values_of(answer.reverse(None))


def one_node(answer):
    return values_of(answer.reverse(chain(answer, ["x"])[0]))


def two_nodes(answer):
    return values_of(answer.reverse(chain(answer, [None, 0])[0]))


def long(answer):
    values = values_of(answer.reverse(chain(answer, list(range(100000)))[0]))
    return [len(values), values[0], values[-1]]


def same_nodes(answer):
    head, nodes = chain(answer, [1, 2, 3, 4])
    new = answer.reverse(head)
    found = []
    while new is not None and len(found) < 9:
        found.append(next((i for i, node in enumerate(nodes) if node is new), -1))
        new = new.next
    return found


def old_head_is_the_end(answer):
    head, _ = chain(answer, [1, 2])
    answer.reverse(head)
    return head.next is None
