import multiprocessing
import os
import stat

left, right = multiprocessing.Pipe()
reader, writer = multiprocessing.Pipe(duplex=False)
for connection in (left, reader):
    mode = os.fstat(connection.fileno()).st_mode
    print("socket" if stat.S_ISSOCK(mode) else "fifo" if stat.S_ISFIFO(mode) else "?")

left.send("ping")
print(right.recv())
right.send("pong")
print(left.recv())
right.close()
try:
    left.recv()
except EOFError:
    print("EOFError")
try:
    writer.send(lambda: 0)
except Exception as error:
    print(type(error).__name__)
