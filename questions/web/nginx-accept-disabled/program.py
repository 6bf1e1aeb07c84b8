connections, used = 1024, 1000
print(connections // 8 - (connections - used))
