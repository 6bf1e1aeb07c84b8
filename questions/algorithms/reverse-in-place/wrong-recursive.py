class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


def reverse(head):
    if head is None or head.next is None:
        return head
    new = reverse(head.next)
    head.next.next = head
    head.next = None
    return new
