import queue
import threading


def process(work, items, workers):
    jobs = queue.Queue()
    results = {}

    def worker():
        while (job := jobs.get()) is not None:
            number, item = job
            try:
                results[number] = (work(item), None)
            except Exception as error:
                results[number] = (None, error)

    threads = [threading.Thread(target=worker) for _ in range(workers)]
    for thread in threads:
        thread.start()
    count = 0
    for number, item in enumerate(items):
        jobs.put((number, item))
        count += 1
    for _ in threads:
        jobs.put(None)
    for thread in threads:
        thread.join()
    for number in range(count):
        if results[number][1] is not None:
            raise results[number][1]
    return [results[number][0] for number in range(count)]
