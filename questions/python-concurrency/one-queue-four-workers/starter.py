import queue
import threading


def process(work, items, workers):
    ...
