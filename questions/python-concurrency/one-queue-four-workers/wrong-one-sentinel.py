import queue
import threading


def process(work, items, workers):
    jobs = queue.Queue()
    results = {}

    def worker():
        while (job := jobs.get()) is not None:
            results[job[0]] = work(job[1])

    threads = [threading.Thread(target=worker, daemon=True) for _ in range(workers)]
    for thread in threads:
        thread.start()
    count = 0
    for number, item in enumerate(items):
        jobs.put((number, item))
        count += 1
    jobs.put(None)
    for thread in threads:
        thread.join(0.1)
    return [results[number] for number in range(count)]
