size, block, replicas = 300, 128, 3
print(-(-size // block) * replicas)
