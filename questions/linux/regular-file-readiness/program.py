import os
import select
import tempfile

file = tempfile.TemporaryFile()
pipe, _ = os.pipe()
names = {file.fileno(): "file", pipe: "pipe"}

ready, _, _ = select.select(list(names), [], [], 0)
print("select:", *[names[fd] for fd in ready])

poller = select.poll()
for fd in names:
    poller.register(fd, select.POLLIN)
print("poll:", *[names[fd] for fd, _ in poller.poll(0)])

try:
    ep = select.epoll()
    for fd in names:
        ep.register(fd, select.EPOLLIN)
    print("epoll:", *[names[fd] for fd, _ in ep.poll(0)])
except OSError as error:
    print("epoll:", type(error).__name__)
