import os
import select

reader, writer = os.pipe()
for name, flags in (("EPOLLIN", select.EPOLLIN), ("EPOLLIN|EPOLLET", select.EPOLLIN | select.EPOLLET)):
    with select.epoll() as ep:
        ep.register(reader, flags)
        if name == "EPOLLIN":
            os.write(writer, b"hello")
        print(name, [len(ep.poll(0)), len(ep.poll(0))])
