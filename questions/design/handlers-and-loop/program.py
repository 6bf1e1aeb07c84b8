import asyncio
import time

handlers = {"click": [], "work": []}


def on(event, handler):
    handlers[event].append(handler)


def emit(loop, event, *details):
    for handler in handlers[event]:
        loop.call_soon(handler, *details)


def work():
    time.sleep(0.2)
    print("slow done")


loop = asyncio.new_event_loop()
print("start")
on("click", lambda number: print("click", number))
on("work", work)
loop.call_later(0.01, print, "tick")
emit(loop, "click", 1)
emit(loop, "work")
emit(loop, "click", 2)
loop.call_later(0.02, loop.stop)
print("registered")
loop.run_forever()
