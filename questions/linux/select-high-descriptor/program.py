import os
import resource
import select

hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 4096) if hard > 0 else 4096, hard))
reader, writer = os.pipe()
os.dup2(reader, 1500)
os.write(writer, b"x")
try:
    print("select:", select.select([1500], [], [], 0)[0])
except ValueError as e:
    print("select:", e)
poll = select.poll()
poll.register(1500, select.POLLIN)
print("poll:", [fd for fd, _ in poll.poll(0)])
