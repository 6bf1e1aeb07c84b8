import queue
import threading


def process(work, items, workers):
    jobs, done = queue.Queue(), queue.Queue()
    for item in items:
        jobs.put(item)

    def worker():
        while True:
            try:
                item = jobs.get_nowait()
            except queue.Empty:
                return
            try:
                done.put(work(item))
            except Exception as error:
                done.put(error)

    threads = [threading.Thread(target=worker) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    results = [done.get() for _ in range(done.qsize())]
    for result in results:
        if isinstance(result, Exception):
            raise result
    return results
