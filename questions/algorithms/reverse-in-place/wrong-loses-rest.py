class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


def reverse(head):
    before = None
    while head is not None:
        head.next = before
        before = head
        head = head.next
    return before
