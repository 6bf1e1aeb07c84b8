import asyncio


async def quick(name):
    print(name)


async def main():
    coroutine = quick("started")
    print("made")
    asyncio.get_running_loop().call_soon(print, "the loop had a turn")
    await coroutine
    print("no turn yet")
    task = asyncio.create_task(quick("task"))
    print("created")
    await task


asyncio.run(main())
