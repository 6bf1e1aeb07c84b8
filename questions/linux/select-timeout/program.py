import os
import select
import threading
import time

reader, writer = os.pipe()
threading.Timer(0.5, os.write, (writer, b"x")).start()

for timeout in (0, None, None):
    start = time.monotonic()
    ready, _, _ = select.select([reader], [], [], timeout)
    print(len(ready), "waited" if time.monotonic() - start > 0.1 else "fast")
