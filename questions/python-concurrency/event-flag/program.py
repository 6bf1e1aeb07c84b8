import threading
import time

go = threading.Event()
print(go.wait(timeout=0.01))

arrived = []
threads = [threading.Thread(target=lambda: (go.wait(), arrived.append(1))) for _ in range(3)]
for thread in threads:
    thread.start()
time.sleep(0.05)
print(len(arrived))

go.set()
for thread in threads:
    thread.join()
print(len(arrived))
print(go.wait())

go.clear()
print(go.wait(timeout=0))
