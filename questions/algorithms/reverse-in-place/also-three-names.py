class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


def reverse(head):
    before = None
    current = head
    while current is not None:
        following = current.next
        current.next = before
        before = current
        current = following
    return before
