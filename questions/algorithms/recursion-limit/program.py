class Comment:
    def __init__(self):
        self.replies = []


def depth(comment):
    if not comment.replies:
        return 1
    return 1 + max(depth(reply) for reply in comment.replies)


def depth_by_levels(comment):
    level, count = [comment], 0
    while level:
        count += 1
        level = [reply for parent in level for reply in parent.replies]
    return count


small = Comment()
small.replies = [Comment(), Comment()]
small.replies[1].replies = [Comment()]
print(depth(small), depth_by_levels(small))

deep = last = Comment()
for _ in range(50_000):
    last.replies = [Comment()]
    last = last.replies[0]
try:
    depth(deep)
except RecursionError:
    print("RecursionError")
print(depth_by_levels(deep))

while deep.replies:
    deep = deep.replies.pop()
