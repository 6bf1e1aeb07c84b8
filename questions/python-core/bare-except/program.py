import os
import signal
import sys


class JobFailed(Exception):
    pass


def interrupted():
    os.kill(os.getpid(), signal.SIGINT)


def leaving():
    sys.exit()


def misspelt():
    pritn("hello")


for job in (interrupted, leaving, misspelt):
    try:
        job()
    except:
        caught = sys.exc_info()[1]
        print(job.__name__, type(caught).__name__, isinstance(caught, Exception))

try:
    try:
        misspelt()
    except Exception as error:
        raise JobFailed("a") from error
except JobFailed as failed:
    print(type(failed.__cause__).__name__)
