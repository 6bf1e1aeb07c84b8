def depth(comment, above=0):
    if not comment:
        return above + 1
    return max(depth(answer, above + 1) for answer in comment)
