class BitSet:
    """A set of whole numbers, one bit each. 整数集合，每个数一位。"""

    def __init__(self, size):
        pass

    def add(self, n):
        pass

    def discard(self, n):
        pass

    def __contains__(self, n):
        return False

    def __len__(self):
        return 0
