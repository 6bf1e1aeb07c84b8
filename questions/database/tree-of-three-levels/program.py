page, entry, row = 16 * 1024, 16, 512
print((page // entry) ** 2 * (page // row))
