import threading
import time

semaphore = threading.Semaphore(3)
through = []


def process(number):
    semaphore.acquire()
    through.append(number)


for number in range(8):
    threading.Thread(target=process, args=(number,), daemon=True).start()
time.sleep(0.2)
semaphore.release()
semaphore.release()
time.sleep(0.2)
print(8 - len(through))
