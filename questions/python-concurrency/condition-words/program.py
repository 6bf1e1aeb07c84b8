import threading
import warnings

ready = threading.Condition()
for call in (ready.notify, ready.notify_all, ready.wait):
    try:
        call()
    except RuntimeError as error:
        print(error)

items, seen = [], []


def consume():
    with ready:
        while not items:
            ready.wait()
        seen.append(items.pop())


threads = [threading.Thread(target=consume) for _ in range(3)]
for thread in threads:
    thread.start()
for number in range(3):
    with ready:
        items.append(number)
        ready.notify_all()
for thread in threads:
    thread.join()
print(sorted(seen))

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    with ready:
        ready.notifyAll()
print(caught[0].category.__name__)
