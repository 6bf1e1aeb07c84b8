def depth(comment):
    count = 1
    while comment:
        count += 1
        comment = comment[0]
    return count
