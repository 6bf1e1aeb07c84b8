import multiprocessing
import time


def consume(jobs, done):
    while jobs.get() is not None:
        done.put(1)


if __name__ == "__main__":
    context = multiprocessing.get_context("fork")
    jobs, done = context.Queue(), context.Queue()
    consumers = [context.Process(target=consume, args=(jobs, done)) for _ in range(3)]
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
    for consumer in consumers:
        consumer.terminate()
