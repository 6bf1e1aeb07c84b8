import queue
import threading
import time


def consume():
    while jobs.get() is not None:
        done.put(1)


jobs, done = queue.Queue(), queue.Queue()
consumers = [threading.Thread(target=consume, daemon=True) for _ in range(3)]
for consumer in consumers:
    consumer.start()
for job in range(100):
    jobs.put(job)
jobs.put(None)
print(sum(done.get() for _ in range(100)), "jobs done")
while sum(consumer.is_alive() for consumer in consumers) > 2:
    time.sleep(0.01)
time.sleep(0.2)
print(sum(consumer.is_alive() for consumer in consumers), "still wait")
