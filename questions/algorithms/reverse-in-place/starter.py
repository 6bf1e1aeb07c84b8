class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


def reverse(head):
    """Return the new head. 返回新的头节点。"""
