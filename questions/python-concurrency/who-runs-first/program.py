import asyncio


async def job(name):
    print(name, 1)
    await asyncio.sleep(0)
    print(name, 2)
    await asyncio.sleep(0)
    return f"{name} done"


async def main():
    await job("a")
    task = asyncio.create_task(job("b"))
    print("created")
    await job("c")
    print(await task)


asyncio.run(main())
