import threading


def elsewhere(action):
    results = []
    thread = threading.Thread(target=lambda: results.append(action()))
    thread.start()
    thread.join()
    return results[0]


plain = threading.Lock()
print(plain.acquire(), plain.acquire(blocking=False))
elsewhere(plain.release)
print(plain.locked())

nested = threading.RLock()
print(nested.acquire(), nested.acquire(blocking=False))
nested.release()
print(elsewhere(lambda: nested.acquire(blocking=False)))
nested.release()
print(elsewhere(lambda: nested.acquire(blocking=False)))
