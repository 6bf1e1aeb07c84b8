class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


def reverse(head):
    new = None
    while head is not None:
        new = Node(head.value, new)
        head = head.next
    return new
