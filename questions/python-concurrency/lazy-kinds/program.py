def numbers():
    yield 1


async def fetch():
    return 1


async def pages():
    yield 1


coroutine = fetch()
for thing in (range(3), numbers(), coroutine, pages()):
    protocols = {"__next__", "__await__", "__anext__"} & set(dir(thing))
    print(type(thing).__name__, sorted(protocols))
coroutine.close()
