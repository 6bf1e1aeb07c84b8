import threading

hits = 0
together = threading.Barrier(2)


def size(item):
    together.wait()
    return item


def count(items):
    global hits
    for item in items:
        hits += size(item)


threads = [threading.Thread(target=count, args=([1],)) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(hits, "of 2")
